package bpmn

import (
	"testing"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

// until gives an activity an hour.
func until(activity Activity) func(workflow.Context, *Instance) error {
	return func(ctx workflow.Context, i *Instance) error {
		isLate, err := i.DoUntil(ctx, activity, late)
		if err != nil || isLate {
			return err
		}
		i.End(end)
		return nil
	}
}

func TestABoundaryTimerTakesTheTaskAway(t *testing.T) {
	w := newWorld(t, works, func(ctx workflow.Context, i *Instance) error {
		if err := until(ask)(ctx, i); err != nil {
			return err
		}
		return i.Do(ctx, await)
	})
	w.at(59, func() {
		if got := w.state(); len(got.UserTasks) != 1 || len(got.Tokens) != 1 {
			t.Errorf("unexpected state %+v", got)
		}
	})
	w.at(61, func() {
		if got := w.state(); len(got.UserTasks) != 0 || got.Tokens[0].ElementID != "Await" {
			t.Errorf("unexpected state %+v", got)
		}
		w.refused(NotOpen, "completeUserTask", UserTaskCompletion{Key: "Ask"})
		w.SignalWorkflow("message", news("a", "", 1))
	})
	w.must(w.run(Variables{"about": "a"}))
	w.wantPath("Ask", "Late", "Await")
}

func TestABoundaryTimerEndsWithItsTask(t *testing.T) {
	w := newWorld(t, works, func(ctx workflow.Context, i *Instance) error {
		if err := until(ask)(ctx, i); err != nil {
			return err
		}
		return i.Do(ctx, TimerEvent{ID: "Rest", After: 2 * late.After})
	})
	w.at(30, func() { w.update("completeUserTask", UserTaskCompletion{Key: "Ask"}) })
	w.must(w.run(nil))
	w.wantPath("Ask", "End", "Rest")
}

func TestABoundaryTimerTakesAnIncidentAway(t *testing.T) {
	w := newWorld(t, failing(9, errBroken), until(work))
	w.must(w.run(nil))
	w.wantPath("Work", "Late")
	if got := w.state(); len(got.Incidents) != 0 || len(got.Tokens) != 0 {
		t.Errorf("unexpected state %+v", got)
	}
}

func TestAnInstanceIsCancelledWithAllThatIsOpen(t *testing.T) {
	w := newWorld(t, works, func(ctx workflow.Context, i *Instance) error {
		return i.Parallel(ctx, fork, join, beside(i, until(ask), do(await), do(TimerEvent{ID: "Rest", After: late.After}))...)
	})
	w.at(1, w.CancelWorkflow)
	if err := w.run(Variables{"about": "a"}); !temporal.IsCanceledError(err) {
		t.Errorf("unexpected end %v", err)
	}
	if got := w.state(); len(got.Tokens)+len(got.UserTasks)+len(got.Subscriptions) != 0 || got.Ended != "" {
		t.Errorf("unexpected state %+v", got)
	}
}
