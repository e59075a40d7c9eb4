// The service, configured by the environment.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"service/internal/config"
	"service/internal/database"
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
	config, err := config.Read(os.Getenv)
	if err != nil {
		return err
	}
	logger := telemetry.NewLogger(config.LogLevel, os.Stdout)
	telemetry, err := telemetry.Start(ctx, config.OTLPEndpoint)
	if err != nil {
		return err
	}
	pool, err := database.OpenPool(ctx, config.DatabaseURL, config.DatabasePoolSize)
	if err != nil {
		return err
	}
	if err := database.AssertPlainRole(ctx, pool); err != nil {
		return err
	}
	keys, err := interceptors.RemoteKeys(ctx, config.AuthJWKSURL, logger)
	if err != nil {
		return err
	}
	verify := interceptors.NewVerifier(config.AuthIssuer, config.AuthAudience, keys)
	rpc, err := server.Start(config.Port, pool, verify, logger)
	if err != nil {
		return err
	}
	admin, err := server.StartAdmin(config.AdminPort, telemetry.Metrics, func(ctx context.Context) error {
		// not before the migrations have run
		_, err := pool.Exec(ctx, "SELECT FROM outbox LIMIT 0")
		return err
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
		pool.Close()
		return errors.Join(err, telemetry.Stop(ctx), admin.Stop(ctx))
	})
}
