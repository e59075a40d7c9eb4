// Package telemetry has what is told of the service while it runs.
package telemetry

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"go.opentelemetry.io/otel/trace"

	"service/internal/caller"
	"service/internal/identity"
)

const isoTime = "2006-01-02T15:04:05.000Z07:00"

// NewLogger writes a JSON object a line; every line says whose request it
// belongs to.
func NewLogger(level slog.Level, destination io.Writer) *slog.Logger {
	handler := slog.NewJSONHandler(destination, &slog.HandlerOptions{
		Level:       level,
		ReplaceAttr: replace,
	})
	return slog.New(withRequest{handler}).With(
		"controller_type", identity.ControllerType,
		"controller_name", identity.ControllerName,
	)
}

// replace writes times, levels and errors as controllers of other languages do.
func replace(_ []string, attribute slog.Attr) slog.Attr {
	switch value := attribute.Value.Any().(type) {
	case time.Time:
		attribute.Value = slog.StringValue(value.UTC().Format(isoTime))
	case slog.Level:
		attribute.Value = slog.StringValue(levelName(value))
	case error:
		// the message alone: what else an error has may be data of somebody
		attribute.Value = slog.GroupValue(
			slog.String("type", fmt.Sprintf("%T", value)),
			slog.String("message", value.Error()),
		)
	}
	return attribute
}

func levelName(level slog.Level) string {
	if level < slog.LevelDebug {
		return "trace"
	}
	return strings.ToLower(level.String())
}

// withRequest adds what is known of the request that a line belongs to.
type withRequest struct {
	slog.Handler
}

func (h withRequest) Handle(ctx context.Context, record slog.Record) error {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		record.AddAttrs(
			slog.String("trace_id", span.TraceID().String()),
			slog.String("span_id", span.SpanID().String()),
		)
	}
	if who, ok := caller.Find(ctx); ok {
		record.AddAttrs(slog.String("tenant_id", who.TenantID))
	}
	return h.Handler.Handle(ctx, record)
}

func (h withRequest) WithAttrs(attributes []slog.Attr) slog.Handler {
	return withRequest{h.Handler.WithAttrs(attributes)}
}

func (h withRequest) WithGroup(name string) slog.Handler {
	return withRequest{h.Handler.WithGroup(name)}
}
