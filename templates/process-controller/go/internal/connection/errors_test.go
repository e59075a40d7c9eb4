package connection

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"connectrpc.com/connect"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/temporal"
)

func TestARefusalTellsWhy(t *testing.T) {
	for reason, code := range map[string]connect.Code{
		"NotOpen":  connect.CodeNotFound,
		"Assigned": connect.CodeFailedPrecondition,
		"Invalid":  connect.CodeInvalidArgument,
		"Other":    connect.CodeFailedPrecondition,
	} {
		err := FromTemporal(fmt.Errorf("x: %w", temporal.NewNonRetryableApplicationError("why", reason, nil)))
		if err == nil || err.Code() != code || err.Message() != "why" {
			t.Errorf("%s: unexpected error %v", reason, err)
		}
	}
}

func TestErrorsOfTemporalAreTold(t *testing.T) {
	for err, code := range map[error]connect.Code{
		serviceerror.NewNotFound("gone"):                 connect.CodeFailedPrecondition,
		serviceerror.NewUnavailable("gone"):              connect.CodeUnavailable,
		serviceerror.NewDeadlineExceeded("gone"):         connect.CodeUnavailable,
		context.DeadlineExceeded:                         connect.CodeUnavailable,
		context.Canceled:                                 connect.CodeCanceled,
		fmt.Errorf("x: %w", context.DeadlineExceeded):    connect.CodeUnavailable,
		serviceerror.NewResourceExhausted(0, "too much"): connect.CodeUnavailable,
	} {
		if known := FromTemporal(err); known == nil || known.Code() != code {
			t.Errorf("%v: unexpected error %v", err, known)
		}
	}
}

func TestErrorsThatNobodyForesawAreNotTold(t *testing.T) {
	if known := FromTemporal(errors.New("x")); known != nil {
		t.Errorf("unexpected error %v", known)
	}
}
