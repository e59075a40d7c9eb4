// Package integration tests API and worker with a real Temporal.
package integration

import (
	"os"
	"testing"

	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
	"service/internal/process"
)

// byMessage begins with a message, and waits for somebody: it is served beside
// the processes of the drawing.
var byMessage = bpmn.Process{
	ID:           "ByMessage",
	WorkflowType: "byMessage",
	Messages:     []string{"begin"},
	Body: func(ctx workflow.Context, instance *bpmn.Instance) error {
		instance.Enter(bpmn.StartEvent{ID: "Start_Begin"})
		return instance.Do(ctx, bpmn.UserTask{ID: "Task_Wait"})
	},
}

func TestMain(m *testing.M) {
	process.All = append(process.All, byMessage)
	os.Exit(m.Run())
}
