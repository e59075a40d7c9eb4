// Package database has transactions, in which all queries run, and what is
// written beside the aggregates.
package database

import (
	"context"
	"errors"
	"time"

	"connectrpc.com/connect"
	"github.com/jackc/pgx/v5/pgxpool"
)

// connectTimeout is how long a request waits for a connection.
const connectTimeout = 5 * time.Second

// OpenPool opens connections of the application role; none is made before it is
// needed.
func OpenPool(ctx context.Context, url string, size int) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	config.MaxConns = int32(size)
	config.ConnConfig.ConnectTimeout = connectTimeout
	config.ConnConfig.RuntimeParams["statement_timeout"] = "10s"
	config.ConnConfig.RuntimeParams["idle_in_transaction_session_timeout"] = "15s"
	return pgxpool.NewWithConfig(ctx, config)
}

// acquire takes a connection out of the pool, or says `unavailable` where none
// becomes free in time.
func acquire(ctx context.Context, pool *pgxpool.Pool) (*pgxpool.Conn, error) {
	waiting, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	conn, err := pool.Acquire(waiting)
	if err != nil && ctx.Err() == nil && waiting.Err() != nil {
		return nil, connect.NewError(connect.CodeUnavailable, errors.New("the database is busy"))
	}
	return conn, err
}
