package tracing

import (
	"testing"

	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/sdk/converter"
)

const (
	traceID     = "0af7651916cd43dd8448eb211c80319c"
	traceparent = "00-" + traceID + "-b7ad6b7169203331-01"
)

// headers are those of a workflow or an activity.
type headers map[string]*commonpb.Payload

func (h headers) Set(name string, value *commonpb.Payload) { h[name] = value }

func (h headers) Get(name string) (*commonpb.Payload, bool) {
	value, ok := h[name]
	return value, ok
}

func (h headers) ForEachKey(handle func(string, *commonpb.Payload) error) error {
	for name, value := range h {
		if err := handle(name, value); err != nil {
			return err
		}
	}
	return nil
}

func TestTheTraceGoesAlong(t *testing.T) {
	given := headers{}
	if err := (propagator{}).Inject(remote(t.Context(), traceparent), given); err != nil {
		t.Fatal(err)
	}
	ctx, err := (propagator{}).Extract(t.Context(), given)
	if err != nil || TraceID(ctx) != traceID {
		t.Errorf("got %q, %v", TraceID(ctx), err)
	}
}

func TestThereIsNoTraceWhereTheHeaderIsMissingOrSomethingElse(t *testing.T) {
	for _, value := range []any{nil, "x", map[string]int{"a": 1}} {
		payload, err := converter.GetDefaultDataConverter().ToPayload(value)
		if err != nil {
			t.Fatal(err)
		}
		ctx, err := (propagator{}).Extract(t.Context(), headers{header: payload})
		if err != nil || TraceID(ctx) != "" {
			t.Errorf("%v: got %q, %v", value, TraceID(ctx), err)
		}
	}
	nothing := headers{}
	if err := (propagator{}).Inject(t.Context(), nothing); err != nil || len(nothing) > 0 {
		t.Errorf("got %v, %v", nothing, err)
	}
}

func TestTheTenantIsWhatTheWorkflowIDBeginsWith(t *testing.T) {
	for id, want := range map[string]string{"acme:returns:1": "acme", "bpmn-deployment/returns": ""} {
		if got := tenantOf(id); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}
