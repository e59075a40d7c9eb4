package integration

import (
	"context"
	"slices"
	"testing"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/history/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
	"service/internal/connection"
	"service/test/support"
)

type nothing struct{}

var sing = bpmn.Job[nothing, nothing]{Type: "sing"}

// singing has its job done twice, and asks somebody in between.
var singing = bpmn.Process{
	ID:           "Singing",
	WorkflowType: "singing",
	Jobs:         []bpmn.AnyJob{sing},
	Body: func(ctx workflow.Context, instance *bpmn.Instance) error {
		task := bpmn.ServiceTask{ID: "Task_Sing", Name: "Sing", Job: sing}
		for _, activity := range []bpmn.Activity{task, bpmn.UserTask{ID: "Task_Listen"}, task} {
			if err := instance.Do(ctx, activity); err != nil {
				return err
			}
		}
		return nil
	},
}

func singingPolicies(local bool) bpmn.Policies {
	options := workflow.ActivityOptions{StartToCloseTimeout: time.Minute}
	return bpmn.Policies{sing.Type: {ActivityOptions: options, Local: local}}
}

// Instances go on as they have begun, whatever the policies have become.
func TestReplay(t *testing.T) {
	server := support.StartTemporal(t)
	temporal, err := client.Dial(client.Options{HostPort: server.FrontendHostPort(), Logger: support.Silent()})
	must(t, err)
	t.Cleanup(temporal.Close)
	_, err = connection.EnsureAttributes(t.Context(), temporal, "default")
	must(t, err)

	for name, local := range map[string]struct{ first, then bool }{
		"local":           {true, true},
		"not local":       {false, false},
		"local first":     {true, false},
		"not local first": {false, true},
	} {
		t.Run(name, func(t *testing.T) {
			id := run(t, temporal, name, singingPolicies(local.first), singingPolicies(local.then))
			if got := scheduled(t, temporal, id); got != !local.first {
				t.Errorf("an activity was scheduled: %t", got)
			}
			for _, has := range []bool{true, false} {
				must(t, support.Replay(t, temporal, id, singing, singingPolicies(has)))
			}
		})
	}

	t.Run("another workflow has another past", func(t *testing.T) {
		id := run(t, temporal, "other", singingPolicies(false), singingPolicies(false))
		other := singing
		other.Body = func(ctx workflow.Context, instance *bpmn.Instance) error {
			return instance.Do(ctx, bpmn.ServiceTask{ID: "Task_Other", Job: sing})
		}
		if support.Replay(t, temporal, id, other, singingPolicies(false)) == nil {
			t.Error("it is not told")
		}
	})
}

// run takes an instance to its end, with other policies once somebody was asked.
func run(t *testing.T, temporal client.Client, taskQueue string, first, then bpmn.Policies) string {
	t.Helper()
	stop := sings(t, temporal, taskQueue, first)
	started, err := temporal.ExecuteWorkflow(t.Context(),
		client.StartWorkflowOptions{TaskQueue: taskQueue}, singing.WorkflowType, bpmn.Variables{})
	must(t, err)
	id := started.GetID()
	support.Until(t, "the user task", func() bool {
		var state bpmn.State
		answer, err := temporal.QueryWorkflow(t.Context(), id, "", "state")
		must(t, err)
		must(t, answer.Get(&state))
		return len(state.UserTasks) == 1
	})
	stop()
	defer sings(t, temporal, taskQueue, then)()
	completed, err := temporal.UpdateWorkflow(t.Context(), client.UpdateWorkflowOptions{
		WorkflowID:   id,
		UpdateName:   "completeUserTask",
		Args:         []any{bpmn.UserTaskCompletion{Key: "Task_Listen"}},
		WaitForStage: client.WorkflowUpdateStageCompleted,
	})
	must(t, err)
	must(t, completed.Get(t.Context(), nil))
	must(t, started.Get(t.Context(), nil))
	return id
}

// sings has a worker, until the answer is called.
func sings(t *testing.T, temporal client.Client, taskQueue string, policies bpmn.Policies) (stop func()) {
	t.Helper()
	working := worker.New(temporal, taskQueue, worker.Options{})
	working.RegisterWorkflowWithOptions(singing.Workflow(policies), workflow.RegisterOptions{Name: singing.WorkflowType})
	working.RegisterActivityWithOptions(
		func(context.Context, nothing) (nothing, error) { return nothing{}, nil },
		activity.RegisterOptions{Name: sing.Type},
	)
	must(t, working.Start())
	return working.Stop
}

// scheduled says whether the history of an instance has an activity.
func scheduled(t *testing.T, temporal client.Client, id string) bool {
	t.Helper()
	return slices.ContainsFunc(support.Events(t, temporal, id), func(event *history.HistoryEvent) bool {
		return event.EventType == enums.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED
	})
}
