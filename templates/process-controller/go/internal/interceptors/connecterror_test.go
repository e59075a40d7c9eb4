package interceptors

import (
	"errors"
	"testing"

	"connectrpc.com/connect"
)

func TestErrorsThatWereMeantForTheCallerStayAsTheyAre(t *testing.T) {
	err := connect.NewError(connect.CodeNotFound, errors.New("x"))
	if known := toConnectError(err); known != err {
		t.Errorf("unexpected error %v", known)
	}
}

func TestErrorsThatNobodyForesawAreNotTold(t *testing.T) {
	panicking := recovered(func() error { panic("x") })
	for _, err := range []error{errors.New("x"), panicking} {
		if known := toConnectError(err); known != nil {
			t.Errorf("%v: unexpected error %v", err, known)
		}
	}
}
