package support

import (
	"testing"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/history/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
)

// Replay goes through the history of an instance once more, with other policies
// than it had: its error is that the past would have been another one.
func Replay(t *testing.T, in client.Client, workflowID string, of bpmn.Process, policies bpmn.Policies) error {
	t.Helper()
	replayer := worker.NewWorkflowReplayer()
	replayer.RegisterWorkflowWithOptions(of.Workflow(policies), workflow.RegisterOptions{Name: of.WorkflowType})
	// ReplayWorkflowExecution would want local activities to be registered too
	return replayer.ReplayWorkflowHistory(Silent(), &history.History{Events: Events(t, in, workflowID)})
}

// Events are the history of an instance.
func Events(t *testing.T, in client.Client, workflowID string) (events []*history.HistoryEvent) {
	t.Helper()
	all := in.GetWorkflowHistory(t.Context(), workflowID, "", false, enums.HISTORY_EVENT_FILTER_TYPE_ALL_EVENT)
	for all.HasNext() {
		event, err := all.Next()
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, event)
	}
	return events
}

// OtherPolicies are none of those that policies.yaml has: all timeouts, retries
// and task queues are other ones, and what is done as an activity there is done
// locally.
func OtherPolicies(of bpmn.Process) bpmn.Policies {
	policies := bpmn.Policies{}
	for _, job := range of.Jobs {
		policies[job.JobType()] = bpmn.Policy{Local: true, ActivityOptions: workflow.ActivityOptions{
			ScheduleToCloseTimeout: 77 * time.Second,
			TaskQueue:              "another",
			RetryPolicy:            &temporal.RetryPolicy{MaximumAttempts: 99},
		}}
	}
	return policies
}
