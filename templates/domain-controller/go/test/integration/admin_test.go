package integration

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"service/internal/server"
	"service/internal/telemetry"
)

func TestHealth(t *testing.T) {
	measured, err := telemetry.Start(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	var broken atomic.Bool
	admin, err := server.StartAdmin(0, measured.Metrics, func(context.Context) error {
		if broken.Load() {
			return errors.New("no database")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(admin.Stop(context.Background()), measured.Stop(context.Background())); err != nil {
			t.Error(err)
		}
	})
	want := func(t *testing.T, path string, status int) {
		t.Helper()
		if got, _ := get(t, admin.Port, path); got != status {
			t.Errorf("%s: got %d, want %d", path, got, status)
		}
	}

	t.Run("tells whether it lives, is ready, and what it measures", func(t *testing.T) {
		want(t, "/livez", http.StatusOK)
		want(t, "/readyz", http.StatusOK)
		want(t, "/", http.StatusNotFound)
		if _, text := get(t, admin.Port, "/metrics"); !strings.Contains(text, "target_info") {
			t.Errorf("no metrics: %s", text)
		}
	})

	t.Run("is not ready without its database, and lives", func(t *testing.T) {
		broken.Store(true)
		want(t, "/readyz", http.StatusServiceUnavailable)
		want(t, "/livez", http.StatusOK)
		broken.Store(false)
	})

	t.Run("is not ready once it is to end", func(t *testing.T) {
		admin.Drain()
		want(t, "/readyz", http.StatusServiceUnavailable)
		want(t, "/livez", http.StatusOK)
	})
}

func get(t *testing.T, port int, path string) (int, string) {
	t.Helper()
	response, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d%s", port, path))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}
