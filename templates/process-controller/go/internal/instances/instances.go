// Package instances finds, starts and changes the instances of whoever calls.
package instances

import (
	"context"

	"go.temporal.io/sdk/client"

	"service/internal/caller"
	"service/internal/config"
)

// All are the instances of every tenant; requests see Own alone.
type All struct {
	client    client.Client
	namespace string
	taskQueue string
	revision  int

	attributes attributes
}

// New has the instances that a client of Temporal leads to. The revision is that
// of the drawing; 0 where it is not known.
func New(to config.Temporal, client client.Client, revision int) *All {
	return &All{client: client, namespace: to.Namespace, taskQueue: to.TaskQueue, revision: revision}
}

// Own are the instances of whoever calls: a name becomes a workflow id that says
// tenant and process, and lists ask for ids that begin so, so that nothing of
// anybody else can be reached.
type Own struct {
	*All
	caller.Caller
}

// Of are the instances of whoever calls.
func (a *All) Of(ctx context.Context) (Own, error) {
	who, err := caller.Current(ctx)
	return Own{All: a, Caller: who}, err
}
