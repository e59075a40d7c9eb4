// Package connection leads to Temporal.
package connection

import (
	"context"
	"crypto/tls"
	"log/slog"
	"time"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/contrib/opentelemetry"
	"go.temporal.io/sdk/log"
	"go.temporal.io/sdk/workflow"

	"service/internal/config"
	"service/internal/tracing"
)

// mostWait is how long Temporal may take to say that it is there.
const mostWait = 2 * time.Second

// Options are those of every client.
func Options(to config.Temporal, logger *slog.Logger) client.Options {
	options := client.Options{
		HostPort:           to.Address,
		Namespace:          to.Namespace,
		DataConverter:      Converter,
		Logger:             log.NewStructuredLogger(logger),
		MetricsHandler:     opentelemetry.NewMetricsHandler(opentelemetry.MetricsHandlerOptions{}),
		ContextPropagators: []workflow.ContextPropagator{tracing.Propagator()},
	}
	if to.TLS {
		options.ConnectionOptions.TLS = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	if to.APIKey != "" {
		// with it the connection has TLS, asked for or not
		options.Credentials = client.NewAPIKeyStaticCredentials(to.APIKey)
	}
	return options
}

// IsReady returns an error where Temporal does not answer now.
func IsReady(ctx context.Context, temporal client.Client) error {
	ctx, cancel := context.WithTimeout(ctx, mostWait)
	defer cancel()
	_, err := temporal.CheckHealth(ctx, &client.CheckHealthRequest{})
	return err
}
