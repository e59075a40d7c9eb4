// Package tracing carries the trace of whoever starts an instance to all that the
// instance does. Nothing in a workflow makes spans: the trace is in the history,
// so it is the same in every replay.
package tracing

import (
	"context"

	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/workflow"
)

// header is that of W3C, in the headers of workflows and activities.
const header = "traceparent"

// inWorkflow is where the context of a workflow has it.
type inWorkflow struct{}

type propagator struct{}

// Propagator is for the options of every client.
func Propagator() workflow.ContextPropagator {
	return propagator{}
}

func (propagator) Inject(ctx context.Context, writer workflow.HeaderWriter) error {
	carrier := propagation.MapCarrier{}
	propagation.TraceContext{}.Inject(ctx, carrier)
	return write(writer, carrier[header])
}

func (propagator) InjectFromWorkflow(ctx workflow.Context, writer workflow.HeaderWriter) error {
	return write(writer, traceparentOf(ctx))
}

func (propagator) Extract(ctx context.Context, reader workflow.HeaderReader) (context.Context, error) {
	return remote(ctx, read(reader)), nil
}

func (propagator) ExtractToWorkflow(ctx workflow.Context, reader workflow.HeaderReader) (workflow.Context, error) {
	return workflow.WithValue(ctx, inWorkflow{}, read(reader)), nil
}

func write(writer workflow.HeaderWriter, traceparent string) error {
	if traceparent == "" {
		return nil
	}
	payload, err := converter.GetDefaultDataConverter().ToPayload(traceparent)
	if err != nil {
		return err
	}
	writer.Set(header, payload)
	return nil
}

// read returns nothing where the header is missing or something else.
func read(reader workflow.HeaderReader) (traceparent string) {
	payload, ok := reader.Get(header)
	if !ok || converter.GetDefaultDataConverter().FromPayload(payload, &traceparent) != nil {
		return ""
	}
	return traceparent
}

// remote is a context in the trace that a header names.
func remote(ctx context.Context, traceparent string) context.Context {
	return propagation.TraceContext{}.Extract(ctx, propagation.MapCarrier{header: traceparent})
}

func traceparentOf(ctx workflow.Context) string {
	traceparent, _ := ctx.Value(inWorkflow{}).(string)
	return traceparent
}

// TraceID is that of the trace that a context belongs to; nothing without one.
func TraceID(ctx context.Context) string {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		return span.TraceID().String()
	}
	return ""
}
