package instances

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"connectrpc.com/connect"

	"service/internal/identity"
)

// pattern is of names; what a message has begun has its key in it, whatever that is.
var pattern = regexp.MustCompile(`(?s)^tenants/([a-z0-9-]+)/instances/(.+)$`)

// prefix is what the workflow ids of all instances of the tenant begin with; a
// process that is called has its caller's id before its own.
func (o Own) prefix() string {
	return o.TenantID + ":" + identity.ControllerName + ":"
}

// WorkflowIDOf is the workflow id of an instance of whoever calls.
func (o Own) WorkflowIDOf(id string) string {
	return o.prefix() + id
}

// NameOf is the name of an instance, which says its tenant.
func (o Own) NameOf(workflowID string) string {
	return fmt.Sprintf("tenants/%s/instances/%s", o.TenantID, strings.TrimPrefix(workflowID, o.prefix()))
}

// ParseName returns the workflow id of a name. It says `invalid_argument` where
// it is no name, and `not_found` where it is one of another tenant.
func (o Own) ParseName(name string) (string, error) {
	parts := pattern.FindStringSubmatch(name)
	if parts == nil {
		return "", connect.NewError(connect.CodeInvalidArgument,
			errors.New("a name has to be like tenants/{tenant}/instances/{instance}"))
	}
	if parts[1] != o.TenantID {
		return "", notFound(name)
	}
	return o.WorkflowIDOf(parts[2]), nil
}

// notFound is the same for an instance of another tenant as for none.
func notFound(name string) error {
	return connect.NewError(connect.CodeNotFound, fmt.Errorf("there is no %s", name))
}
