package connection

import (
	"context"
	"errors"

	"connectrpc.com/connect"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/temporal"

	"service/internal/bpmn"
)

// byReason is what a refusal of the process means to a caller.
var byReason = map[string]connect.Code{
	bpmn.Assigned: connect.CodeFailedPrecondition,
	bpmn.Invalid:  connect.CodeInvalidArgument,
	bpmn.NotOpen:  connect.CodeNotFound,
}

// FromTemporal turns an error of Temporal into one that a caller can act on, or
// into nothing where nobody foresaw it.
func FromTemporal(err error) *connect.Error {
	var refusal *temporal.ApplicationError
	var missing *serviceerror.NotFound
	switch {
	case errors.As(err, &refusal):
		code, ok := byReason[refusal.Type()]
		if !ok {
			code = connect.CodeFailedPrecondition
		}
		return connect.NewError(code, errors.New(refusal.Message()))
	case errors.As(err, &missing):
		return Ended()
	case errors.Is(err, context.Canceled):
		return connect.NewError(connect.CodeCanceled, errors.New("the caller went away"))
	case isUnavailable(err):
		return connect.NewError(connect.CodeUnavailable, errors.New("the worker or Temporal cannot be reached"))
	}
	return nil
}

// Ended is what is told of an instance that can be changed no more.
func Ended() *connect.Error {
	return connect.NewError(connect.CodeFailedPrecondition, errors.New("the instance has ended"))
}

func isUnavailable(err error) bool {
	var unavailable *serviceerror.Unavailable
	var late *serviceerror.DeadlineExceeded
	var exhausted *serviceerror.ResourceExhausted
	return errors.As(err, &unavailable) || errors.As(err, &late) || errors.As(err, &exhausted) ||
		errors.Is(err, context.DeadlineExceeded)
}
