package support

import (
	"context"
	"io"
	"log/slog"
	"os"
	"testing"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/log"
	"go.temporal.io/sdk/testsuite"
)

// StartTemporal starts a development server of Temporal, which ends with the
// test. TEMPORAL_CLI_PATH names a program that is there already; else the SDK
// downloads one.
func StartTemporal(t *testing.T) *testsuite.DevServer {
	t.Helper()
	server, err := testsuite.StartDevServer(context.Background(), testsuite.DevServerOptions{
		ExistingPath:  os.Getenv("TEMPORAL_CLI_PATH"),
		ClientOptions: &client.Options{Logger: Silent()},
		LogLevel:      "error",
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	return server
}

// Silent is a logger of Temporal that says nothing.
func Silent() log.Logger {
	return log.NewStructuredLogger(slog.New(slog.DiscardHandler))
}
