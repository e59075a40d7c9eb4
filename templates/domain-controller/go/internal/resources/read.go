package resources

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"service/internal/database"
)

// paged is a request for a page.
type paged interface {
	GetPageSize() int32
	GetPageToken() string
}

// Get reads one.
func (r Repository[M]) Get(ctx context.Context, tx *database.Work, name string) (M, error) {
	found, err := r.find(ctx, tx, name, "")
	if err != nil {
		var nothing M
		return nothing, err
	}
	return r.toMessage(found)
}

// List returns a page, oldest first, and the token of the next one.
func (r Repository[M]) List(ctx context.Context, tx *database.Work, request paged) ([]M, string, error) {
	size := pageSizeOf(request.GetPageSize())
	after, err := parsePageToken(r.collection, request.GetPageToken())
	if err != nil {
		return nil, "", err
	}
	found, err := tx.Query(ctx,
		fmt.Sprintf(`SELECT %s FROM %s WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id > $2)
			ORDER BY id LIMIT $3`, r.columns, r.table),
		tx.TenantID, after, size+1)
	if err != nil {
		return nil, "", err
	}
	rows, err := pgx.CollectRows(found, pgx.RowToMap)
	if err != nil {
		return nil, "", err
	}
	token := ""
	if len(rows) > size {
		rows = rows[:size]
		token = formatPageToken(r.collection, row(rows[size-1]).id())
	}
	items := make([]M, len(rows))
	for i, row := range rows {
		if items[i], err = r.toMessage(row); err != nil {
			return nil, "", err
		}
	}
	return items, token, nil
}
