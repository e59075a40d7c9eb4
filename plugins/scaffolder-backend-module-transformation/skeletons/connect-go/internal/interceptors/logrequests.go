package interceptors

import (
	"context"
	"log/slog"
	"time"

	"connectrpc.com/connect"
)

// logRequests writes one line a request; never what is in it.
func logRequests(logger *slog.Logger) connect.Interceptor {
	return around(func(ctx context.Context, call call, next func(context.Context) error) error {
		start := time.Now()
		err := next(ctx)
		service, method := call.split()
		logger.InfoContext(ctx, "served",
			"rpc", service+"/"+method,
			"code", codeOf(err),
			"ms", time.Since(start).Milliseconds(),
		)
		return err
	})
}
