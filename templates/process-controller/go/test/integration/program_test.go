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
	"strings"
	"testing"

	"service/test/support"
)

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
