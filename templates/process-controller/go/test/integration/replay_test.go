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

// singing has its job done twice.
var singing = bpmn.Process{
	ID:           "Singing",
	WorkflowType: "singing",
	Jobs:         []bpmn.AnyJob{sing},
	Body: func(ctx workflow.Context, instance *bpmn.Instance) error {
		for range 2 {
			if err := instance.Do(ctx, bpmn.ServiceTask{ID: "Task_Sing", Name: "Sing", Job: sing}); err != nil {
				return err
			}
		}
		return nil
	},
}

func singingPolicies(local *bool) bpmn.Policies {
	return bpmn.Policies{sing.Type: {StartToClose: time.Minute, Local: local}}
}

// What is done locally, or no more, is so from the next time on: markers of the
// history say how it was before.
func TestReplay(t *testing.T) {
	yes, no := true, false
	server := support.StartTemporal(t)
	temporal, err := client.Dial(client.Options{HostPort: server.FrontendHostPort(), Logger: support.Silent()})
	must(t, err)
	t.Cleanup(temporal.Close)
	_, err = connection.EnsureAttributes(t.Context(), temporal, "default")
	must(t, err)

	for name, one := range map[string]struct {
		had   *bool
		local bool
		has   []*bool
	}{
		"nothing said": {nil, false, []*bool{nil, &yes, &no}},
		"local":        {&yes, true, []*bool{&yes, &no}},
		"not local":    {&no, false, []*bool{&yes, &no}},
	} {
		t.Run(name, func(t *testing.T) {
			id := run(t, temporal, name, singingPolicies(one.had))
			if got := scheduled(t, temporal, id); got != !one.local {
				t.Errorf("an activity was scheduled: %t", got)
			}
			for _, has := range one.has {
				must(t, support.Replay(t, temporal, id, singing, singingPolicies(has)))
			}
		})
	}

	t.Run("another workflow has another past", func(t *testing.T) {
		id := run(t, temporal, "other", singingPolicies(nil))
		other := singing
		other.Body = func(ctx workflow.Context, instance *bpmn.Instance) error {
			return instance.Do(ctx, bpmn.ServiceTask{ID: "Task_Other", Job: sing})
		}
		if support.Replay(t, temporal, id, other, singingPolicies(nil)) == nil {
			t.Error("it is not told")
		}
	})
}

func run(t *testing.T, temporal client.Client, taskQueue string, policies bpmn.Policies) string {
	t.Helper()
	working := worker.New(temporal, taskQueue, worker.Options{})
	working.RegisterWorkflowWithOptions(singing.Workflow(policies), workflow.RegisterOptions{Name: singing.WorkflowType})
	working.RegisterActivityWithOptions(
		func(context.Context, nothing) (nothing, error) { return nothing{}, nil },
		activity.RegisterOptions{Name: sing.Type},
	)
	must(t, working.Start())
	defer working.Stop()
	started, err := temporal.ExecuteWorkflow(t.Context(),
		client.StartWorkflowOptions{TaskQueue: taskQueue}, singing.WorkflowType, bpmn.Variables{})
	must(t, err)
	must(t, started.Get(t.Context(), nil))
	return started.GetID()
}

// scheduled says whether the history of an instance has an activity.
func scheduled(t *testing.T, temporal client.Client, id string) bool {
	t.Helper()
	return slices.ContainsFunc(support.Events(t, temporal, id), func(event *history.HistoryEvent) bool {
		return event.EventType == enums.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED
	})
}
