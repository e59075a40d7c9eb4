package support

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	embedded "github.com/fergusstrange/embedded-postgres"
	"github.com/jackc/pgx/v5"
)

const image = "postgres:18.1-alpine"

// serverURL is the address of the superuser of the server that Main has started.
var serverURL string

// Main runs the tests of a package with a PostgreSQL server: the one that
// DATABASE_URL names, else one in a container, else one from Maven's binaries.
func Main(m *testing.M) int {
	stop := func() error { return nil }
	var err error
	switch {
	case os.Getenv("DATABASE_URL") != "":
		serverURL = os.Getenv("DATABASE_URL")
	case exec.Command("docker", "info").Run() == nil:
		serverURL, stop, err = inContainer()
	case os.Geteuid() == 0:
		return asSomebodyElse()
	default:
		serverURL, stop, err = fromBinaries()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	code := m.Run()
	if err := stop(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// asSomebodyElse runs these tests once more: PostgreSQL refuses to run as root,
// and in a user namespace root is somebody else.
func asSomebodyElse() int {
	arguments := append([]string{"--user", "--map-user=1000", "--map-group=1000"}, os.Args...)
	tests := exec.Command("unshare", arguments...)
	tests.Stdout, tests.Stderr = os.Stdout, os.Stderr
	if err := tests.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func inContainer() (string, func() error, error) {
	out, err := exec.Command("docker", "run", "--detach", "--rm", "--publish", "127.0.0.1::5432",
		"--env", "POSTGRES_HOST_AUTH_METHOD=trust", image).Output()
	if err != nil {
		return "", nil, err
	}
	id := strings.TrimSpace(string(out))
	stop := func() error { return exec.Command("docker", "stop", "--time", "1", id).Run() }
	port, err := exec.Command("docker", "port", id, "5432/tcp").Output()
	if err != nil {
		return "", nil, fmt.Errorf("%w, %v", err, stop())
	}
	address, _, _ := strings.Cut(strings.TrimSpace(string(port)), "\n")
	url := fmt.Sprintf("postgresql://postgres@%s/postgres", address)
	if err := untilItAnswers(url); err != nil {
		return "", nil, fmt.Errorf("%w, %v", err, stop())
	}
	return url, stop, nil
}

func fromBinaries() (string, func() error, error) {
	dir, err := os.MkdirTemp("", "postgres-")
	if err != nil {
		return "", nil, err
	}
	port, err := freePort()
	if err != nil {
		return "", nil, err
	}
	config := embedded.DefaultConfig().RuntimePath(dir).Port(port).
		Locale("C").Encoding("UTF8").Logger(io.Discard).
		StartParameters(map[string]string{"fsync": "off", "unix_socket_directories": dir})
	server := embedded.NewDatabase(config)
	if err := server.Start(); err != nil {
		return "", nil, err
	}
	return config.GetConnectionURL(), func() error {
		if err := server.Stop(); err != nil {
			return err
		}
		return os.RemoveAll(dir)
	}, nil
}

func freePort() (uint32, error) {
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return uint32(listener.Addr().(*net.TCPAddr).Port), nil
}

func untilItAnswers(url string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, url)
		if err == nil {
			return conn.Close(ctx)
		}
		if ctx.Err() != nil {
			return err
		}
		time.Sleep(200 * time.Millisecond)
	}
}
