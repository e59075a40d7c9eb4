// The worker, configured by the environment: it works on instances.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"go.temporal.io/sdk/client"

	"service/internal/activities"
	"service/internal/config"
	"service/internal/connection"
	"service/internal/policies"
	"service/internal/process"
	"service/internal/server"
	"service/internal/telemetry"
	"service/internal/work"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	config, err := config.ReadWorker(os.Getenv)
	if err != nil {
		return err
	}
	logger := telemetry.NewLogger(config.LogLevel, os.Stdout)
	jobs, err := policies.Read("policies.yaml", process.All)
	if err != nil {
		return err
	}
	telemetry, err := telemetry.Start(ctx, config.OTLPEndpoint)
	if err != nil {
		return err
	}
	temporal, err := client.DialContext(ctx, connection.Options(config.Temporal, logger))
	if err != nil {
		return err
	}
	if err := connection.RequireOpenAttribute(ctx, temporal, config.Namespace); err != nil {
		return err
	}
	working := work.New(temporal, config.TaskQueue, jobs, activities.All(), func(err error) {
		// a process that cannot work any more is better started again
		logger.Error("worker failed", "err", err)
		os.Exit(1)
	})
	if err := working.Start(); err != nil {
		return err
	}
	health, err := server.StartHealth(config.HealthPort)
	if err != nil {
		return err
	}
	metrics, err := server.StartMetrics(config.MetricsAddress, telemetry.Metrics)
	if err != nil {
		return err
	}
	asked := server.AskedToEnd()
	logger.Info("Worker ready", "taskQueue", config.TaskQueue)

	return server.UntilShutdown(logger, asked, func(ctx context.Context) error {
		health.Drain()
		working.Stop()
		temporal.Close()
		return errors.Join(telemetry.Stop(ctx), metrics.Stop(ctx), health.Stop(ctx))
	})
}
