package bpmn

import (
	"testing"

	"go.temporal.io/sdk/workflow"
)

func TestBranchesComeTogether(t *testing.T) {
	w := newWorld(t, works, func(ctx workflow.Context, i *Instance) error {
		if err := i.Parallel(ctx, fork, join, beside(i, do(ask), do(work))...); err != nil {
			return err
		}
		i.End(end)
		return nil
	})
	w.at(1, func() {
		w.wantPath("Fork", "Begin", "Ask", "Begin", "Work", "End")
		if got := w.state().Tokens; len(got) != 2 || got[0].ElementID != "Ask" || got[1].ElementID != "Join" {
			t.Errorf("unexpected tokens %+v", got)
		}
		w.update("completeUserTask", UserTaskCompletion{Key: "Ask"})
	})
	w.must(w.run(nil))
	w.wantPath("Fork", "Begin", "Ask", "Begin", "Work", "End", "End", "Join", "End")
}

func TestABranchThatFailsEndsTheOthers(t *testing.T) {
	w := newWorld(t, failing(9, errBroken), func(ctx workflow.Context, i *Instance) error {
		return i.Parallel(ctx, fork, join, beside(i, do(ask), do(work))...)
	})
	w.at(1, func() { w.update("resolveIncident", resolve(Fail, nil)) })
	w.failed(w.run(nil), "IncidentFailed")
	if got := w.state(); len(got.UserTasks)+len(got.Tokens) != 0 {
		t.Errorf("unexpected state %+v", got)
	}
}
