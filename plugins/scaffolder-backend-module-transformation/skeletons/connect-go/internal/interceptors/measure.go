package interceptors

import (
	"context"
	"time"

	"connectrpc.com/connect"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"service/internal/caller"
)

// buckets are in seconds, as OpenTelemetry has them for RPC; its defaults are
// for milliseconds.
var buckets = []float64{
	0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
}

// measureRequests opens the scope of a request, and measures how long it took.
// Its metric is called as in controllers of other languages, since they have
// their alerts in common.
func measureRequests() (connect.Interceptor, error) {
	duration, err := otel.Meter("rpc").Float64Histogram("rpc_server_duration",
		metric.WithUnit("s"),
		metric.WithDescription("Duration of requests"),
		metric.WithExplicitBucketBoundaries(buckets...),
	)
	if err != nil {
		return nil, err
	}
	return around(func(ctx context.Context, call call, next func(context.Context) error) error {
		ctx = caller.InScope(ctx)
		start := time.Now()
		err := next(ctx)
		if who, ok := caller.Find(ctx); ok {
			trace.SpanFromContext(ctx).SetAttributes(attribute.String("ameide.tenant_id", who.TenantID))
		}
		service, method := call.split()
		duration.Record(ctx, time.Since(start).Seconds(), metric.WithAttributes(
			attribute.String("rpc.system", "connect_rpc"),
			attribute.String("rpc.service", service),
			attribute.String("rpc.method", method),
			attribute.String("code", codeOf(err)),
		))
		return err
	}), nil
}
