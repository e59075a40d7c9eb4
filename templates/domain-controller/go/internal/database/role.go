package database

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5/pgxpool"
)

// AssertPlainRole refuses a role that row-level security does not hold: with it
// one wrong query would show a tenant what is another's. Its error says what to
// configure.
func AssertPlainRole(ctx context.Context, pool *pgxpool.Pool) error {
	var name string
	var passes bool
	err := pool.QueryRow(ctx,
		"SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user",
	).Scan(&name, &passes)
	if err != nil {
		return err
	}
	if passes {
		return fmt.Errorf("the database role %q passes by row-level security; give DATABASE_URL of the application role", name)
	}
	return nil
}
