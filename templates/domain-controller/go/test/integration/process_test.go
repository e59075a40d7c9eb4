package integration

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
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

// The service as the cluster starts and ends it.
func TestProcess(t *testing.T) {
	program := build(t)
	addresses := support.NewDatabase(t)

	t.Run("is ready, drains once it is to end, and ends in order", func(t *testing.T) {
		process := command(program, "DATABASE_URL="+addresses.Application)
		out, err := process.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := process.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = process.Process.Kill() })
		lines := bufio.NewScanner(out)
		ready := lineSaying(t, lines, "ready")
		port := int(ready["adminPort"].(float64))
		if status, _ := get(t, port, "/readyz"); status != http.StatusOK {
			t.Errorf("it is not ready: %d", status)
		}
		if err := process.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
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
		if status, _ := get(t, port, "/readyz"); status != http.StatusServiceUnavailable {
			t.Errorf("it does not drain: %d", status)
		}
		lineSaying(t, lines, "stopped")
		if err := process.Wait(); err != nil {
			t.Error(err)
		}
	})

	t.Run("does not start with a role that sees all tenants", func(t *testing.T) {
		wantFailure(t, command(program, "DATABASE_URL="+addresses.Superuser), "passes by row-level security")
	})

	t.Run("does not start without its configuration, and says what is missing", func(t *testing.T) {
		wantFailure(t, command(program), "DATABASE_URL")
	})
}

func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "service")
	compiler := exec.Command("go", "build", "-o", program, "./cmd/service")
	compiler.Dir = support.Root
	if out, err := compiler.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

func command(program string, env ...string) *exec.Cmd {
	process := exec.Command(program)
	process.Env = append([]string{
		"PATH=" + os.Getenv("PATH"),
		"PORT=0",
		"ADMIN_PORT=0",
		"DRAIN_MS=1000",
		"AUTH_ISSUER=https://issuer.test/",
		"AUTH_AUDIENCE=test",
		"AUTH_JWKS_URL=https://issuer.test/keys",
	}, env...)
	return process
}

func lineSaying(t *testing.T, lines *bufio.Scanner, message string) map[string]any {
	t.Helper()
	for lines.Scan() {
		var line map[string]any
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
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
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(pipe)
	if err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := process.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("unexpected end %v", err)
	}
	if !strings.Contains(string(text), message) {
		t.Errorf("unexpected message %s", text)
	}
}
