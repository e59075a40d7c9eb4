package instances

import (
	"testing"

	"connectrpc.com/connect"

	"service/internal/caller"
	"service/internal/identity"
)

var acme = Own{Caller: caller.Caller{Subject: "somebody", TenantID: "acme"}}

func TestNamesGoThereAndBackAndSayTenantAndProcess(t *testing.T) {
	for _, id := range []string{"order-1", "order-1/Call_Payment:2", "order:\"7\n's\\ ü"} {
		workflowID := "acme:" + identity.ControllerName + ":" + id
		name := acme.NameOf(workflowID)
		if name != "tenants/acme/instances/"+id {
			t.Errorf("unexpected name %s", name)
		}
		if got, err := acme.ParseName(name); err != nil || got != workflowID {
			t.Errorf("got %s, %v", got, err)
		}
	}
}

func TestNamesAreRefused(t *testing.T) {
	for name, code := range map[string]connect.Code{
		"tenants/other/instances/1":        connect.CodeNotFound,
		"":                                 connect.CodeInvalidArgument,
		"instances/1":                      connect.CodeInvalidArgument,
		"tenants/acme/instances/":          connect.CodeInvalidArgument,
		"x' OR tenants/acme/instances/1":   connect.CodeInvalidArgument,
		"tenants/a' OR ''='/instances/1":   connect.CodeInvalidArgument,
		"more\ntenants/acme/instances/one": connect.CodeInvalidArgument,
	} {
		if _, err := acme.ParseName(name); connect.CodeOf(err) != code {
			t.Errorf("%q: unexpected error %v", name, err)
		}
	}
}
