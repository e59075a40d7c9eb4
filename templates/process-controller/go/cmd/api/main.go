// The API, configured by the environment: it starts and operates instances.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"go.temporal.io/sdk/client"

	"service/internal/config"
	"service/internal/connection"
	"service/internal/instances"
	"service/internal/interceptors"
	"service/internal/server"
	"service/internal/telemetry"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	config, err := config.ReadAPI(os.Getenv)
	if err != nil {
		return err
	}
	logger := telemetry.NewLogger(config.LogLevel, os.Stdout)
	telemetry, err := telemetry.Start(ctx, config.OTLPEndpoint)
	if err != nil {
		return err
	}
	// it connects with the first request, so that the server starts without
	// Temporal and says that it is not ready
	temporal, err := client.NewLazyClient(connection.Options(config.Temporal, logger))
	if err != nil {
		return err
	}
	keys, err := interceptors.RemoteKeys(ctx, config.AuthJWKSURL, logger)
	if err != nil {
		return err
	}
	verify := interceptors.NewVerifier(config.AuthIssuer, config.AuthAudience, keys)
	all := instances.New(config.Temporal, temporal, config.Revision)
	go all.PrepareSoon(ctx, logger)
	rpc, err := server.Start(config.Port, all, verify, logger)
	if err != nil {
		return err
	}
	admin, err := server.StartAdmin(config.AdminPort, telemetry.Metrics, func(ctx context.Context) error {
		return connection.IsReady(ctx, temporal)
	})
	if err != nil {
		return err
	}
	asked := server.AskedToEnd()
	logger.Info("ready", "port", rpc.Port, "adminPort", admin.Port)

	return server.UntilShutdown(logger, asked, func(ctx context.Context) error {
		admin.Drain()
		time.Sleep(config.Drain)
		err := rpc.Stop(ctx)
		temporal.Close()
		return errors.Join(err, telemetry.Stop(ctx), admin.Stop(ctx))
	})
}
