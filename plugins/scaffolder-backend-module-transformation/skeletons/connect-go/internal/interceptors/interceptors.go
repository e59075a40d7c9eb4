package interceptors

import (
	"log/slog"

	"connectrpc.com/connect"
	"connectrpc.com/otelconnect"
	"connectrpc.com/validate"
)

// New returns all interceptors, from the outside in: what comes first sees
// everything that the others do.
func New(verify Verify, logger *slog.Logger) (connect.Option, error) {
	trace, err := otelconnect.NewInterceptor(
		// who calls is let in by a gateway, and its trace goes on here
		otelconnect.WithTrustRemote(),
		otelconnect.WithoutMetrics(),
	)
	if err != nil {
		return nil, err
	}
	measure, err := measureRequests()
	if err != nil {
		return nil, err
	}
	return connect.WithInterceptors(
		trace,
		measure,
		logRequests(logger),
		mapErrors(logger),
		authenticate(verify),
		validate.NewInterceptor(),
	), nil
}
