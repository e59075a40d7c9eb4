package interceptors

import (
	"context"
	"errors"
	"net"
	"regexp"

	"connectrpc.com/connect"
	"github.com/jackc/pgx/v5/pgconn"
)

// byState is what an SQLSTATE means to a caller; texts of the database never
// reach it.
var byState = map[string]*connect.Error{
	"22003": connect.NewError(connect.CodeInvalidArgument, errors.New("a number is out of range")),
	"22008": connect.NewError(connect.CodeInvalidArgument, errors.New("a time is out of range")),
	"22021": connect.NewError(connect.CodeInvalidArgument, errors.New("a text has a character that is none")),
	"23505": connect.NewError(connect.CodeAlreadyExists, errors.New("it exists already")),
	"23503": connect.NewError(connect.CodeFailedPrecondition, errors.New("something that it refers to is missing")),
	"23514": connect.NewError(connect.CodeInvalidArgument, errors.New("a value is out of range")),
	"40001": connect.NewError(connect.CodeAborted, errors.New("somebody else changed it, try again")),
	"40P01": connect.NewError(connect.CodeAborted, errors.New("somebody else changed it, try again")),
	"55P03": connect.NewError(connect.CodeAborted, errors.New("somebody else changes it, try again")),
	"57014": tookTooLong,
}

var (
	tookTooLong = connect.NewError(connect.CodeDeadlineExceeded, errors.New("it took too long"))
	canceled    = connect.NewError(connect.CodeCanceled, errors.New("the caller went away"))
	unreachable = connect.NewError(connect.CodeUnavailable, errors.New("the database cannot be reached"))
)

// unavailable are the classes of SQLSTATE for a database that cannot be used now.
var unavailable = regexp.MustCompile(`^(08|53|57P)`)

// toConnectError turns an error into one that a caller can act on, or into
// nothing where nobody foresaw it.
func toConnectError(err error) *connect.Error {
	var known *connect.Error
	var database *pgconn.PgError
	var connection *pgconn.ConnectError
	var network net.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &database):
		if known = byState[database.Code]; known == nil && unavailable.MatchString(database.Code) {
			return unreachable
		}
		return known
	case errors.As(err, &connection):
		return unreachable
	case errors.Is(err, context.Canceled):
		return canceled
	case errors.Is(err, context.DeadlineExceeded):
		return tookTooLong
	case errors.As(err, &network):
		return unreachable
	}
	return nil
}
