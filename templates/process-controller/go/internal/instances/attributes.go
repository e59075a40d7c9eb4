package instances

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"go.temporal.io/sdk/temporal"

	"service/internal/connection"
	"service/internal/identity"
)

// prepareAgain is how long it waits for Temporal to come.
const prepareAgain = 5 * time.Second

// attributes are the search attributes that the namespace knows, once it has told.
type attributes struct {
	mutex sync.Mutex
	known map[string]bool
}

// Prepare makes sure of the search attributes by which instances are found.
func (a *All) Prepare(ctx context.Context) error {
	a.attributes.mutex.Lock()
	defer a.attributes.mutex.Unlock()
	if a.attributes.known != nil {
		return nil
	}
	known, err := connection.EnsureAttributes(ctx, a.client, a.namespace)
	if err == nil {
		a.attributes.known = known
	}
	return err
}

// PrepareSoon is Prepare, until Temporal is there.
func (a *All) PrepareSoon(ctx context.Context, logger *slog.Logger) {
	for {
		err := a.Prepare(ctx)
		if err == nil {
			return
		}
		logger.Warn("search attributes are not there yet", "err", err)
		select {
		case <-ctx.Done():
			return
		case <-time.After(prepareAgain):
		}
	}
}

// searchAttributes are by what the factory finds an instance. A namespace that
// does not know one would refuse the start, so it does without.
func (o Own) searchAttributes(ctx context.Context) temporal.SearchAttributes {
	if o.Prepare(ctx) != nil {
		return temporal.NewSearchAttributes()
	}
	known := o.attributes.known
	var all []temporal.SearchAttributeUpdate
	if known[connection.TenantKey.GetName()] {
		all = append(all, connection.TenantKey.ValueSet(o.TenantID))
	}
	if known[connection.ArtifactKey.GetName()] {
		all = append(all, connection.ArtifactKey.ValueSet(identity.Artifact))
	}
	if known[connection.RevisionKey.GetName()] && o.revision > 0 {
		all = append(all, connection.RevisionKey.ValueSet(int64(o.revision)))
	}
	return temporal.NewSearchAttributes(all...)
}
