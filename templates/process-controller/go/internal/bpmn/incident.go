package bpmn

import (
	"errors"
	"fmt"
	"strings"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

// openIncident waits until it is resolved.
type openIncident struct {
	state      IncidentState
	resolution *IncidentResolution
}

func (o *openIncident) key() string { return o.state.Key }

// attempt does a step of an element. Where it fails for technical reasons the
// token waits for an operator, and other tokens go on.
func (i *Instance) attempt(
	ctx workflow.Context,
	element Element,
	key string,
	step func() (Variables, error),
) (Variables, error) {
	for {
		result, err := step()
		if err == nil {
			return result, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		message := messageOf(err)
		resolution, err := i.incident(ctx, element, key, message)
		if err != nil {
			return nil, err
		}
		switch resolution.Action {
		case Skip:
			return resolution.Variables, nil
		case Fail:
			return nil, temporal.NewNonRetryableApplicationError(
				fmt.Sprintf("Incident of %s: %s", element.ID, message), "IncidentFailed", nil)
		default:
			i.merge(resolution.Variables)
		}
	}
}

func (i *Instance) incident(
	ctx workflow.Context,
	element Element,
	key, message string,
) (*IncidentResolution, error) {
	open := &openIncident{state: IncidentState{
		Key:       i.keyOf(key, "#"),
		ElementID: element.ID,
		Message:   message,
		Skippable: !strings.HasSuffix(element.kind, "Gateway"),
		Since:     i.now(),
	}}
	i.incidents = append(i.incidents, open)
	i.tell()
	err := workflow.Await(ctx, func() bool { return open.resolution != nil })
	i.incidents = without(i.incidents, open)
	i.tell()
	return open.resolution, err
}

// messageOf is what went wrong, without what Temporal says around it.
func messageOf(err error) string {
	var timeout *temporal.TimeoutError
	var failed *temporal.ApplicationError
	switch {
	case errors.As(err, &failed) && failed.NonRetryable() && failed.Type() != "":
		return fmt.Sprintf("%s: %s (nothing catches it)", failed.Type(), failed.Message())
	case errors.As(err, &failed):
		return failed.Message()
	case errors.As(err, &timeout):
		return timeout.Message()
	default:
		return err.Error()
	}
}
