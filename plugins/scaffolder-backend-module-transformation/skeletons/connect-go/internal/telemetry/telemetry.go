package telemetry

import (
	"context"
	"errors"
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/prometheus/otlptranslator"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	exporter "go.opentelemetry.io/otel/exporters/prometheus"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"

	"service/internal/identity"
)

// Telemetry is what is set up for the process.
type Telemetry struct {
	// Metrics answers with the metrics in Prometheus' text format.
	Metrics http.Handler
	// Stop sends what has not been sent yet.
	Stop func(context.Context) error
}

// Start sets up traces and metrics for the process. Traces go by OTLP over HTTP
// where an endpoint is configured; metrics are fetched.
func Start(ctx context.Context, endpoint string) (Telemetry, error) {
	about := resource.NewSchemaless(
		attribute.String("service.name", identity.ControllerName),
		attribute.String("ameide.controller_type", identity.ControllerType),
	)
	registry := prometheus.NewRegistry()
	reader, err := exporter.New(
		exporter.WithRegisterer(registry),
		exporter.WithoutScopeInfo(),
		// names as they are in the code, and in the alerts
		exporter.WithTranslationStrategy(otlptranslator.UnderscoreEscapingWithoutSuffixes),
	)
	if err != nil {
		return Telemetry{}, err
	}
	meters := metric.NewMeterProvider(metric.WithResource(about), metric.WithReader(reader))
	options := []trace.TracerProviderOption{trace.WithResource(about)}
	if endpoint != "" {
		traces, err := otlptracehttp.New(ctx)
		if err != nil {
			return Telemetry{}, err
		}
		options = append(options, trace.WithBatcher(traces))
	}
	tracers := trace.NewTracerProvider(options...)
	otel.SetMeterProvider(meters)
	otel.SetTracerProvider(tracers)
	otel.SetTextMapPropagator(propagation.NewCompositeTextMapPropagator(
		propagation.TraceContext{}, propagation.Baggage{},
	))
	return Telemetry{
		Metrics: promhttp.HandlerFor(registry, promhttp.HandlerOpts{}),
		Stop: func(ctx context.Context) error {
			return errors.Join(tracers.Shutdown(ctx), meters.Shutdown(ctx))
		},
	}, nil
}
