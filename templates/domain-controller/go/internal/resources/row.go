package resources

import (
	"context"
	"errors"
	"fmt"

	"connectrpc.com/connect"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"service/internal/database"
)

// row has the columns of a row by name.
type row map[string]any

func (r row) id() uuid.UUID {
	return r["id"].([16]byte)
}

func (r row) version() int64 {
	return r["version"].(int64)
}

// queryRow runs a statement that is about one resource, and says `not_found`
// where it is not there.
func queryRow(ctx context.Context, tx *database.Work, sql string, arguments ...any) (row, error) {
	rows, err := tx.Query(ctx, sql, arguments...)
	if err != nil {
		return nil, err
	}
	found, err := pgx.CollectExactlyOneRow(rows, pgx.RowToMap)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, connect.NewError(connect.CodeNotFound, errors.New("there is none"))
	}
	return found, err
}

// find reads a row. What is another tenant's and what is not there look the
// same, and cost the same.
func (r Repository[M]) find(ctx context.Context, tx *database.Work, text, lock string) (row, error) {
	found, err := parseName(r.collection, text)
	if err != nil {
		return nil, err
	}
	return queryRow(ctx, tx,
		fmt.Sprintf("SELECT %s FROM %s WHERE tenant_id = $1 AND id = $2 %s", r.columns, r.table, lock),
		found.tenantID, found.id)
}

// lock finds a row, keeps others from changing it, and sees that it is the one
// that the caller knows.
func (r Repository[M]) lock(ctx context.Context, tx *database.Work, request named) (row, error) {
	found, err := r.find(ctx, tx, request.GetName(), "FOR UPDATE")
	if err != nil {
		return nil, err
	}
	return found, checkEtag(request.GetEtag(), found.version())
}
