package resources

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"
	"google.golang.org/protobuf/proto"

	"service/internal/database"
)

// changing is what every request that changes something carries; it was
// validated before it comes here.
type changing[C requestContext] interface {
	proto.Message
	GetContext() C
}

type requestContext interface {
	GetRequestId() string
}

// Change serves a method that changes something: once per request id, all of it
// or nothing.
func Change[C requestContext, O proto.Message](
	ctx context.Context,
	pool *pgxpool.Pool,
	request changing[C],
	work func(tx *database.Work) (O, error),
) (O, error) {
	return database.InTransaction(ctx, pool, func(tx *database.Work) (O, error) {
		return database.Once(ctx, tx, request.GetContext().GetRequestId(), request, func() (O, error) {
			return work(tx)
		})
	})
}
