// Package interceptors has what is done around every method.
package interceptors

import (
	"context"
	"net/http"
	"strings"

	"connectrpc.com/connect"
)

// around makes an interceptor of what is done around a call, so that a method
// that streams passes through the same as any other.
type around func(ctx context.Context, call call, next func(context.Context) error) error

// call is what is known of a call before its message is looked at.
type call struct {
	connect.Spec
	header http.Header
}

// split returns service and method.
func (c call) split() (string, string) {
	service, method, _ := strings.Cut(strings.TrimPrefix(c.Procedure, "/"), "/")
	return service, method
}

func (f around) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, request connect.AnyRequest) (response connect.AnyResponse, err error) {
		err = f(ctx, call{request.Spec(), request.Header()}, func(ctx context.Context) error {
			response, err = next(ctx, request)
			return err
		})
		if err != nil {
			return nil, err
		}
		return response, nil
	}
}

func (f around) WrapStreamingHandler(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	return func(ctx context.Context, conn connect.StreamingHandlerConn) error {
		return f(ctx, call{conn.Spec(), conn.RequestHeader()}, func(ctx context.Context) error {
			return next(ctx, conn)
		})
	}
}

func (f around) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	return next
}

// codeOf is the name of an error's code, as in `not_found`.
func codeOf(err error) string {
	if err == nil {
		return "ok"
	}
	return connect.CodeOf(err).String()
}
