// Package caller knows who calls, for as long as the request is served.
package caller

import (
	"context"
	"errors"

	"connectrpc.com/connect"
)

// Caller is whoever calls, as the token says it.
type Caller struct {
	Subject  string
	TenantID string
	OrgID    string
	Scopes   []string
}

type key struct{}

// scope has what is known of a request; interceptors that stand outside of the
// one that fills it look into it afterwards.
type scope struct {
	caller *Caller
}

// InScope opens the scope of a request.
func InScope(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, &scope{})
}

// Set says who calls. It panics outside of a request.
func Set(ctx context.Context, caller Caller) {
	ctx.Value(key{}).(*scope).caller = &caller
}

// Find returns who calls, where that is known.
func Find(ctx context.Context) (Caller, bool) {
	found, ok := ctx.Value(key{}).(*scope)
	if !ok || found.caller == nil {
		return Caller{}, false
	}
	return *found.caller, true
}

// Current returns who calls, or says `unauthenticated` where nobody has signed
// in, so that no query runs without a tenant.
func Current(ctx context.Context) (Caller, error) {
	found, ok := Find(ctx)
	if !ok {
		return Caller{}, connect.NewError(connect.CodeUnauthenticated, errors.New("sign in first"))
	}
	return found, nil
}
