package interceptors

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"connectrpc.com/connect"
	"github.com/jackc/pgx/v5/pgconn"
)

func TestErrorsOfTheDatabaseTellNothingOfIt(t *testing.T) {
	for state, code := range map[string]connect.Code{
		"23505": connect.CodeAlreadyExists,
		"23514": connect.CodeInvalidArgument,
		"22021": connect.CodeInvalidArgument,
		"40001": connect.CodeAborted,
		"57014": connect.CodeDeadlineExceeded,
		"57P01": connect.CodeUnavailable,
		"08006": connect.CodeUnavailable,
	} {
		err := toConnectError(fmt.Errorf("x: %w", &pgconn.PgError{Code: state, Message: "secret"}))
		if err == nil || err.Code() != code || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: unexpected error %v", state, err)
		}
	}
}

func TestErrorsOfAConnectionTellThatItCannotBeReached(t *testing.T) {
	_, refused := pgconn.Connect(context.Background(), "postgresql://127.0.0.1:1/none")
	for _, err := range []error{refused, syscall.ECONNRESET} {
		if known := toConnectError(err); known == nil || known.Code() != connect.CodeUnavailable {
			t.Errorf("%v: unexpected error %v", err, known)
		}
	}
}

func TestErrorsOfACallerWhoDoesNotWaitAreTheirs(t *testing.T) {
	for err, code := range map[error]connect.Code{
		context.Canceled:         connect.CodeCanceled,
		context.DeadlineExceeded: connect.CodeDeadlineExceeded,
	} {
		if known := toConnectError(fmt.Errorf("x: %w", err)); known == nil || known.Code() != code {
			t.Errorf("%v: unexpected error %v", err, known)
		}
	}
}

func TestErrorsThatWereMeantForTheCallerStayAsTheyAre(t *testing.T) {
	err := connect.NewError(connect.CodeNotFound, errors.New("x"))
	if known := toConnectError(err); known != err {
		t.Errorf("unexpected error %v", known)
	}
}

func TestErrorsThatNobodyForesawAreNotTold(t *testing.T) {
	panicking := recovered(func() error { panic("x") })
	for _, err := range []error{errors.New("x"), &pgconn.PgError{Code: "42P01"}, panicking} {
		if known := toConnectError(err); known != nil {
			t.Errorf("%v: unexpected error %v", err, known)
		}
	}
}
