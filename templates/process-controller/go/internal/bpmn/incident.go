package bpmn

import (
	"errors"
	"fmt"
	"strings"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

// What an operator has done with an incident.
const (
	Retry = "retry"
	Skip  = "skip"
	Fail  = "fail"
)

// IncidentResolution is what the Update `resolveIncident` takes: the element is
// tried again, with these variables; or it is skipped, as if they were its
// result; or the instance fails.
type IncidentResolution struct {
	Key       string    `json:"key"`
	Action    string    `json:"action,omitempty"`
	Variables Variables `json:"variables,omitempty"`
}

// openIncident waits until it is resolved.
type openIncident struct {
	state      IncidentState
	resolution *IncidentResolution
}

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
	name := i.keyOf(key, "#")
	open := &openIncident{state: IncidentState{
		Key:       name,
		ElementID: element.ID,
		Message:   message,
		Skippable: !strings.HasSuffix(element.kind, "Gateway"),
		Since:     i.now(),
	}}
	i.incidents.add(name, open)
	i.tell()
	err := workflow.Await(ctx, func() bool { return open.resolution != nil })
	i.incidents.remove(name)
	i.tell()
	return open.resolution, err
}

// resolve is the Update `resolveIncident`.
func (i *Instance) resolve(_ workflow.Context, by IncidentResolution) error {
	open, err := find(&i.incidents, "incident", by.Key)
	if err != nil {
		return err
	}
	i.incidents.remove(by.Key)
	open.resolution = &by
	return nil
}

func (i *Instance) mayResolve(by IncidentResolution) error {
	open, err := find(&i.incidents, "incident", by.Key)
	if err != nil {
		return err
	}
	switch by.Action {
	case "", Retry, Fail:
		return nil
	case Skip:
		if open.state.Skippable {
			return nil
		}
		return refusal(Invalid, "%s can not be skipped: correct the variables and retry, or let it fail", by.Key)
	default:
		return refusal(Invalid, "%s is none of retry, skip and fail", by.Action)
	}
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
