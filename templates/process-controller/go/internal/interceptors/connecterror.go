package interceptors

import (
	"errors"

	"connectrpc.com/connect"

	"service/internal/connection"
)

// toConnectError turns an error into one that a caller can act on, or into
// nothing where nobody foresaw it.
func toConnectError(err error) *connect.Error {
	var known *connect.Error
	if errors.As(err, &known) {
		return known
	}
	return connection.FromTemporal(err)
}
