package integration

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
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

func build(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	compiler := exec.Command("go", "build", "-o", folder, "./cmd/...")
	compiler.Dir = support.Root
	if out, err := compiler.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return folder
}

func command(program string, env ...string) *exec.Cmd {
	process := exec.Command(program)
	process.Dir = support.Root
	process.Env = append([]string{"PATH=" + os.Getenv("PATH")}, env...)
	return process
}

func start(t *testing.T, process *exec.Cmd) *bufio.Scanner {
	t.Helper()
	out, err := process.StdoutPipe()
	must(t, err)
	must(t, process.Start())
	t.Cleanup(func() { _ = process.Process.Kill() })
	return bufio.NewScanner(out)
}

func lineSaying(t *testing.T, lines *bufio.Scanner, message string) map[string]any {
	t.Helper()
	for lines.Scan() {
		var line map[string]any
		must(t, json.Unmarshal(lines.Bytes(), &line))
		if line["msg"] == message {
			return line
		}
	}
	t.Fatalf("it ended without saying %q", message)
	return nil
}

func wantFailure(t *testing.T, process *exec.Cmd, message string) {
	t.Helper()
	pipe, err := process.StderrPipe()
	must(t, err)
	must(t, process.Start())
	text, err := io.ReadAll(pipe)
	must(t, err)
	var exit *exec.ExitError
	if err := process.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("unexpected end %v", err)
	}
	if !strings.Contains(string(text), message) {
		t.Errorf("unexpected message %s", text)
	}
}

func wantStatus(t *testing.T, port int, path string, status int) {
	t.Helper()
	if got, _ := get(t, port, path); got != status {
		t.Errorf("%s: got %d, want %d", path, got, status)
	}
}

func get(t *testing.T, port int, path string) (int, string) {
	t.Helper()
	response, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d%s", port, path))
	must(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	must(t, err)
	return response.StatusCode, string(text)
}

func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}
