package integration

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"service/test/support"
)

// Worker and API as the cluster starts and ends them.
func TestProcesses(t *testing.T) {
	address := support.StartTemporal(t).FrontendHostPort()
	folder := build(t)
	api := func(env ...string) *exec.Cmd {
		return command(filepath.Join(folder, "api"), append([]string{
			"PORT=0",
			"ADMIN_PORT=0",
			"DRAIN_MS=1000",
			"AUTH_ISSUER=https://issuer.test/",
			"AUTH_AUDIENCE=test",
			"AUTH_JWKS_URL=https://issuer.test/keys",
		}, env...)...)
	}

	t.Run("the API serves, drains once it is to end, and ends in order", func(t *testing.T) {
		process := api("TEMPORAL_ADDRESS=" + address)
		lines := start(t, process)
		port := int(lineSaying(t, lines, "ready")["adminPort"].(float64))
		wantStatus(t, port, "/readyz", http.StatusOK)
		wantStatus(t, port, "/livez", http.StatusOK)
		must(t, process.Process.Signal(syscall.SIGTERM))
		if stopping := lineSaying(t, lines, "stopping"); stopping["signal"] != "SIGTERM" {
			t.Errorf("unexpected line %v", stopping)
		}
		// it says so a moment before it is so
		for range 100 {
			if status, _ := get(t, port, "/readyz"); status == http.StatusServiceUnavailable {
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
		wantStatus(t, port, "/readyz", http.StatusServiceUnavailable)
		lineSaying(t, lines, "stopped")
		must(t, process.Wait())
	})

	t.Run("the API is not ready without Temporal, and lives", func(t *testing.T) {
		process := api("TEMPORAL_ADDRESS=127.0.0.1:1")
		port := int(lineSaying(t, start(t, process), "ready")["adminPort"].(float64))
		wantStatus(t, port, "/readyz", http.StatusServiceUnavailable)
		wantStatus(t, port, "/livez", http.StatusOK)
	})

	t.Run("the API does not start without its configuration, and says what is missing", func(t *testing.T) {
		wantFailure(t, api("AUTH_AUDIENCE="), "AUTH_AUDIENCE")
	})

	t.Run("the worker works, tells its health and what it measures, and ends in order", func(t *testing.T) {
		health, metrics := freePort(t), freePort(t)
		process := command(filepath.Join(folder, "worker"),
			"TEMPORAL_ADDRESS="+address,
			fmt.Sprintf("HEALTH_PORT=%d", health),
			fmt.Sprintf("METRICS_ADDRESS=127.0.0.1:%d", metrics),
		)
		lines := start(t, process)
		if ready := lineSaying(t, lines, "Worker ready"); ready["controller_type"] != "process-controller" {
			t.Errorf("unexpected line %v", ready)
		}
		wantStatus(t, health, "/readyz", http.StatusOK)
		wantStatus(t, health, "/healthz", http.StatusOK)
		support.Until(t, "the metrics of the worker", func() bool {
			_, text := get(t, metrics, "/metrics")
			return strings.Contains(text, "temporal_worker_task_slots_available")
		})
		must(t, process.Process.Signal(syscall.SIGTERM))
		lineSaying(t, lines, "stopped")
		must(t, process.Wait())
	})

	t.Run("the worker does not start with policies that are wrong", func(t *testing.T) {
		process := command(filepath.Join(folder, "worker"), "TEMPORAL_ADDRESS="+address)
		process.Dir = t.TempDir()
		must(t, os.WriteFile(filepath.Join(process.Dir, "policies.yaml"), []byte("usual: {}\njobs: {}\nothers: {}\n"), 0o600))
		wantFailure(t, process, "line 3: field others")
	})
}
