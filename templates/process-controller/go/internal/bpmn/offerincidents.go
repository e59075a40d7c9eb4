package bpmn

import "go.temporal.io/sdk/workflow"

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

// resolve is the Update `resolveIncident`.
func (i *Instance) resolve(_ workflow.Context, by IncidentResolution) error {
	open, err := find(i.incidents, "incident", by.Key)
	if err != nil {
		return err
	}
	i.incidents = without(i.incidents, open)
	open.resolution = &by
	return nil
}

func (i *Instance) mayResolve(by IncidentResolution) error {
	open, err := find(i.incidents, "incident", by.Key)
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
