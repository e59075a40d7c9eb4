// Package process is the drawing as a workflow. It is yours: tests hold it
// against every path of the drawing.
package process

import (
	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
)

// All are the processes of this service.
var All = []bpmn.Process{
	{ID: "Process_1", WorkflowType: "process1", Jobs: []bpmn.AnyJob{FulfilRequest}, Body: process1},
}

var (
	requested = bpmn.StartEvent{ID: "Start_Requested", Name: "Requested"}
	review    = bpmn.UserTask{ID: "Task_Review", Name: "Review request", Answer: bpmn.Fits[Review]}
	fulfil    = bpmn.ServiceTask{ID: "Task_Fulfil", Name: "Fulfil request", Job: FulfilRequest}
	done      = bpmn.EndEvent{ID: "End_Done", Name: "Done"}
)

// Review is what whoever reviews a request answers.
type Review struct {
	Approved bool `json:"approved"`
}

// process1: something is requested, looked at by a person, and done.
func process1(ctx workflow.Context, instance *bpmn.Instance) error {
	instance.Enter(requested)
	if err := instance.Do(ctx, review); err != nil {
		return err
	}
	if err := instance.Do(ctx, fulfil); err != nil {
		return err
	}
	instance.End(done)
	return nil
}
