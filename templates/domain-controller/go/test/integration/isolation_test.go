package integration

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"service/internal/database"
	"service/test/support"
)

const insertEvent = `INSERT INTO outbox (tenant_id, event_id, type, subject, data)
	SELECT 'acme', gen_random_uuid(), 't', 's', '{}'`

type table struct {
	Name     string
	Forced   bool
	Policies int
}

// What has to be true of every table, also of those that come later.
func TestIsolationOfTenantsInTheDatabase(t *testing.T) {
	addresses := support.NewDatabase(t)
	superuser := open(t, addresses.Superuser)
	owner := open(t, addresses.Owner)
	application := open(t, addresses.Application)
	tables := tablesOf(t, superuser)

	t.Run("is forced on every table, by a policy", func(t *testing.T) {
		if len(tables) < 3 {
			t.Errorf("there are only %d tables", len(tables))
		}
		for _, table := range tables {
			if !table.Forced || table.Policies == 0 {
				t.Errorf("%s has no forced row-level security or no policy", table.Name)
			}
		}
	})

	t.Run("shows nothing without a tenant, to the application and to the owner", func(t *testing.T) {
		if _, err := superuser.Exec(t.Context(), insertEvent); err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			for _, pool := range []*pgxpool.Pool{application, owner} {
				var rows int
				sql := "SELECT count(*) FROM " + pgx.Identifier{table.Name}.Sanitize()
				if err := pool.QueryRow(t.Context(), sql).Scan(&rows); err != nil || rows != 0 {
					t.Errorf("%s shows %d rows, %v", table.Name, rows, err)
				}
			}
		}
	})

	t.Run("lets nobody write for another tenant", func(t *testing.T) {
		_, err := application.Exec(t.Context(),
			"WITH t AS (SELECT set_config('app.tenant_id', 'other', true)) "+insertEvent+" FROM t")
		if err == nil || !strings.Contains(err.Error(), "row-level security") {
			t.Errorf("unexpected error %v", err)
		}
	})

	t.Run("cannot be changed by the application", func(t *testing.T) {
		refused := regexp.MustCompile("must be owner|permission denied")
		for _, sql := range []string{
			"ALTER TABLE outbox DISABLE ROW LEVEL SECURITY",
			"DROP POLICY tenant ON outbox",
			"CREATE TABLE own (id int)",
			"SET ROLE service_owner",
		} {
			if _, err := application.Exec(t.Context(), sql); err == nil || !refused.MatchString(err.Error()) {
				t.Errorf("%s: unexpected error %v", sql, err)
			}
		}
	})

	t.Run("is insisted on at the start", func(t *testing.T) {
		if err := database.AssertPlainRole(t.Context(), application); err != nil {
			t.Error(err)
		}
		err := database.AssertPlainRole(t.Context(), superuser)
		if err == nil || !strings.Contains(err.Error(), "passes by row-level security") {
			t.Errorf("unexpected error %v", err)
		}
	})
}

func open(t *testing.T, url string) *pgxpool.Pool {
	t.Helper()
	pool, err := pgxpool.New(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

func tablesOf(t *testing.T, superuser *pgxpool.Pool) []table {
	t.Helper()
	rows, err := superuser.Query(t.Context(),
		`SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
			(SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
		 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
			AND c.relname <> 'flyway_schema_history'`)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := pgx.CollectRows(rows, pgx.RowToStructByName[table])
	if err != nil {
		t.Fatal(err)
	}
	return tables
}
