package support

import (
	"testing"

	"connectrpc.com/connect"
)

// WantCode fails the test where an error does not have this code.
func WantCode(t *testing.T, err error, code connect.Code) {
	t.Helper()
	if err == nil || connect.CodeOf(err) != code {
		t.Errorf("got error %v, want code %s", err, code)
	}
}
