package interceptors

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"connectrpc.com/connect"
)

var internal = connect.NewError(connect.CodeInternal, errors.New("internal error"))

// mapErrors logs errors that nobody foresaw, and tells them as `internal`.
func mapErrors(logger *slog.Logger) connect.Interceptor {
	return around(func(ctx context.Context, _ call, next func(context.Context) error) error {
		err := recovered(func() error { return next(ctx) })
		if err == nil {
			return nil
		}
		known := toConnectError(err)
		if known != nil && known.Code() != connect.CodeUnavailable {
			return known
		}
		logger.ErrorContext(ctx, "request failed", "err", err)
		if known == nil {
			return internal
		}
		return known
	})
}

// recovered makes an error of a panic, so that it ends one request alone.
func recovered(serve func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("panic: %v", value)
		}
	}()
	return serve()
}
