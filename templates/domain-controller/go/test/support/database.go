package support

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

const password = "for-tests-only"

// Root is the folder of the service, from where the tests run.
const Root = "../.."

// Database is one with the migrations in it, and the addresses of the three roles.
type Database struct {
	Superuser   string
	Owner       string
	Application string
}

// NewDatabase makes a database of its own, as the cluster does it: roles, owner,
// migrations. It is gone when the test ends.
func NewDatabase(t *testing.T) Database {
	t.Helper()
	name := "test_" + strings.ToLower(rand.Text())
	database := Database{
		Superuser:   urlOf(t, name, nil),
		Owner:       urlOf(t, name, url.UserPassword("service_owner", password)),
		Application: urlOf(t, name, url.UserPassword("service_application", password)),
	}
	execute(t, serverURL, rolesUnlessThere(t))
	execute(t, serverURL, fmt.Sprintf("CREATE DATABASE %s OWNER service_owner", name))
	t.Cleanup(func() {
		execute(t, serverURL, fmt.Sprintf("DROP DATABASE %s WITH (FORCE)", name))
	})
	execute(t, database.Superuser, "ALTER SCHEMA public OWNER TO service_owner")
	for _, file := range migrations(t) {
		execute(t, database.Owner, read(t, file))
	}
	return database
}

// urlOf is the server's address with another database, and another user where
// one is given.
func urlOf(t *testing.T, database string, user *url.Userinfo) string {
	t.Helper()
	address, err := url.Parse(serverURL)
	if err != nil {
		t.Fatal(err)
	}
	address.Path = "/" + database
	if user != nil {
		address.User = user
	}
	return address.String()
}

// rolesUnlessThere makes the roles, which belong to the whole server, and which
// several tests may share.
func rolesUnlessThere(t *testing.T) string {
	t.Helper()
	return fmt.Sprintf(`DO $do$ BEGIN
		PERFORM pg_advisory_xact_lock(727274);
		IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'service_owner') THEN
			%s
		END IF;
		ALTER ROLE service_owner PASSWORD '%[2]s';
		ALTER ROLE service_application PASSWORD '%[2]s';
	END $do$`, read(t, filepath.Join(Root, "db", "bootstrap", "roles.sql")), password)
}

var version = regexp.MustCompile(`^V(\d+)__`)

// migrations are in the order that Flyway takes them in.
func migrations(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(Root, "chart", "migrations", "V*.sql"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no migrations: %v", err)
	}
	versionOf := func(file string) int {
		number, err := strconv.Atoi(version.FindStringSubmatch(filepath.Base(file))[1])
		if err != nil {
			t.Fatal(err)
		}
		return number
	}
	slices.SortFunc(files, func(a, b string) int { return cmp.Compare(versionOf(a), versionOf(b)) })
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func execute(t *testing.T, url, sql string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, sql); err != nil {
		t.Fatal(err)
	}
}
