package database

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"service/internal/caller"
)

// Work is a transaction of the caller's tenant.
type Work struct {
	querier
	TenantID string
	events   []Event
}

// querier is what work may do with its transaction; it is not for work to end it.
type querier interface {
	Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error)
	Query(ctx context.Context, sql string, arguments ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, arguments ...any) pgx.Row
}

// Emit tells of something that has happened, if the transaction commits.
func (w *Work) Emit(event Event) {
	w.events = append(w.events, event)
}

// InTransaction runs `work` in one transaction: all of it, with its events, or
// nothing. The tenant is set for the transaction alone, so that no connection
// goes back to the pool with one.
func InTransaction[T any](
	ctx context.Context,
	pool *pgxpool.Pool,
	work func(tx *Work) (T, error),
) (T, error) {
	var result, nothing T
	who, err := caller.Current(ctx)
	if err != nil {
		return nothing, err
	}
	conn, err := acquire(ctx, pool)
	if err != nil {
		return nothing, err
	}
	defer conn.Release()
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "SELECT set_config('app.tenant_id', $1, true)", who.TenantID); err != nil {
			return err
		}
		unit := &Work{querier: tx, TenantID: who.TenantID}
		if result, err = work(unit); err != nil {
			return err
		}
		return writeEvents(ctx, unit)
	})
	if err != nil {
		return nothing, err
	}
	return result, nil
}
