// Package process is the drawing as a workflow. It is yours: tests hold it
// against every path of the drawing.
package process

import (
	"time"

	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
)

// All are the processes of this service.
var All = []bpmn.Process{
	{ID: "approval", WorkflowType: "approval", Jobs: []bpmn.AnyJob{CheckRequest, FulfilRequest}, Body: approval},
}

var (
	requested = bpmn.StartEvent{ID: "Start_Requested", Name: "Requested"}
	check     = bpmn.ServiceTask{ID: "Task_Check", Name: "Check request", Job: CheckRequest}
	amount    = bpmn.ExclusiveGateway{ID: "Gateway_Amount", Name: "More than 1000?"}
	approve   = bpmn.UserTask{
		ID:              "Task_Approve",
		Name:            "Approve request",
		CandidateGroups: []string{"approvers"},
		Answer:          bpmn.Fits[Decision],
	}
	deadline = bpmn.BoundaryTimer{ID: "Deadline_Approve", Name: "A day has passed", After: 24 * time.Hour}
	approved = bpmn.ExclusiveGateway{ID: "Gateway_Approved", Name: "Approved?"}
	merge    = bpmn.ExclusiveGateway{ID: "Gateway_Merge"}
	fulfil   = bpmn.ServiceTask{ID: "Task_Fulfil", Name: "Fulfil request", Job: FulfilRequest}
	done     = bpmn.EndEvent{ID: "End_Done", Name: "Done"}
	refused  = bpmn.EndEvent{ID: "End_Refused", Name: "Refused"}
	expired  = bpmn.EndEvent{ID: "End_Expired", Name: "Expired"}
)

// Checked is what a request was found to cost.
type Checked struct {
	Amount float64 `json:"amount"`
}

// Decision is what whoever approves a request answers.
type Decision struct {
	Approved bool `json:"approved"`
}

// approval: a request that costs much is approved by a person within a day; what
// nobody decides on expires.
func approval(ctx workflow.Context, instance *bpmn.Instance) error {
	instance.Enter(requested)
	if err := instance.Do(ctx, check); err != nil {
		return err
	}
	isLarge, err := bpmn.Decide(ctx, instance, amount, func(of Checked) bool { return of.Amount > 1000 })
	if err != nil {
		return err
	}
	if isLarge { // Flow_Large
		isLate, err := instance.DoUntil(ctx, approve, deadline)
		if err != nil {
			return err
		}
		if isLate {
			instance.End(expired)
			return nil
		}
		isApproved, err := bpmn.Decide(ctx, instance, approved, func(by Decision) bool { return by.Approved })
		if err != nil {
			return err
		}
		if !isApproved { // Flow_Refused
			instance.End(refused)
			return nil
		}
	}
	instance.Enter(merge)
	if err := instance.Do(ctx, fulfil); err != nil {
		return err
	}
	instance.End(done)
	return nil
}
