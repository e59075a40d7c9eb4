package bpmn

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/log"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/testsuite"
	"go.temporal.io/sdk/workflow"
)

// Elements that processes of tests are made of.
var (
	begin = StartEvent{ID: "Begin"}
	ask   = UserTask{ID: "Ask", Name: "Ask somebody", CandidateGroups: []string{"people"}, Answer: Fits[answer]}
	work  = ServiceTask{ID: "Work", Name: "Work on it", Job: Job[input, answer]{Type: "work", Attempts: 2}}
	await = MessageEvent{ID: "Await", Message: "news", Key: "about"}
	split = ExclusiveGateway{ID: "Split"}
	fork  = ParallelGateway{ID: "Fork"}
	join  = ParallelGateway{ID: "Join"}
	late  = BoundaryTimer{ID: "Late", After: time.Hour}
	end   = EndEvent{ID: "End"}
)

type input struct {
	Amount float64 `json:"amount"`
}

type answer struct {
	Good bool `json:"good"`
}

var quickly = Policies{"work": {ActivityOptions: workflow.ActivityOptions{
	StartToCloseTimeout: time.Minute,
	RetryPolicy:         &temporal.RetryPolicy{InitialInterval: time.Second, BackoffCoefficient: 1, MaximumAttempts: 2},
}}}

// world has one instance, in the environment that skips time.
type world struct {
	*testsuite.TestWorkflowEnvironment
	t *testing.T
	// ids are those of the activities.
	ids []string
	// updates have not been answered yet.
	updates int
}

// job does the work of a test.
type job func(input) (Variables, error)

func newWorld(t *testing.T, do job, body func(workflow.Context, *Instance) error) *world {
	t.Helper()
	var suite testsuite.WorkflowTestSuite
	suite.SetLogger(log.NewStructuredLogger(slog.New(slog.DiscardHandler)))
	w := &world{TestWorkflowEnvironment: suite.NewTestWorkflowEnvironment(), t: t}
	w.SetStartWorkflowOptions(client.StartWorkflowOptions{ID: "acme:test:1", TaskQueue: "test"})
	process := Process{ID: "test", WorkflowType: "test", Body: body}
	w.RegisterWorkflowWithOptions(process.Workflow(quickly), workflow.RegisterOptions{Name: "test"})
	w.RegisterActivityWithOptions(func(ctx context.Context, in input) (Variables, error) {
		w.ids = append(w.ids, activity.GetInfo(ctx).ActivityID)
		return do(in)
	}, activity.RegisterOptions{Name: "work"})
	return w
}

// do takes the instance through an activity, and ends it.
func do(activity Activity) func(workflow.Context, *Instance) error {
	return func(ctx workflow.Context, i *Instance) error {
		i.Enter(begin)
		if err := i.Do(ctx, activity); err != nil {
			return err
		}
		i.End(end)
		return nil
	}
}

// beside makes branches of an instance.
func beside(i *Instance, bodies ...func(workflow.Context, *Instance) error) (branches []func(workflow.Context) error) {
	for _, body := range bodies {
		branches = append(branches, func(ctx workflow.Context) error { return body(ctx, i) })
	}
	return branches
}

// at does something once so much time has passed.
func (w *world) at(minutes int, do func()) {
	w.RegisterDelayedCallback(do, time.Duration(minutes)*time.Minute)
}

// run starts the instance, and returns how it ended.
func (w *world) run(variables Variables) error {
	w.t.Helper()
	w.ExecuteWorkflow("test", variables)
	if !w.IsWorkflowCompleted() {
		w.t.Fatal("it has not ended")
	}
	if w.updates > 0 {
		w.t.Errorf("%d updates were not answered", w.updates)
	}
	return w.GetWorkflowError()
}

func (w *world) state() (state State) {
	w.t.Helper()
	answer, err := w.QueryWorkflow("state")
	if err == nil {
		err = answer.Get(&state)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return state
}

// update changes the instance, when the callback that asks for it is through.
func (w *world) update(name string, argument any) {
	w.t.Helper()
	w.refused("", name, argument)
}

// refused is update, where the instance has something against it.
func (w *world) refused(reason, name string, argument any) {
	w.t.Helper()
	w.updates++
	answered := func(err error) {
		w.t.Helper()
		w.updates--
		if got := typeOf(err); got != reason {
			w.t.Errorf("%s %+v: got %q (%v), want %q", name, argument, got, err, reason)
		}
	}
	w.UpdateWorkflow(name, "", &testsuite.TestUpdateCallback{
		OnReject:   answered,
		OnComplete: func(_ any, err error) { answered(err) },
	}, argument)
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Error(err)
	}
}

func (w *world) wantPath(path ...string) {
	w.t.Helper()
	if got := w.state().Path; !slices.Equal(got, path) {
		w.t.Errorf("got %v, want %v", got, path)
	}
}

func typeOf(err error) string {
	var failed *temporal.ApplicationError
	if errors.As(err, &failed) {
		return failed.Type()
	}
	return ""
}

// failed fails the test where the instance did not fail for this reason.
func (w *world) failed(err error, reason string) {
	w.t.Helper()
	if got := typeOf(err); got != reason {
		w.t.Errorf("got %q (%v), want %q", got, err, reason)
	}
}

func works(input) (Variables, error) {
	return Variables{"good": true}, nil
}
