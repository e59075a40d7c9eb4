package bpmn

import (
	"encoding/json"
	"testing"
	"time"

	"go.temporal.io/sdk/workflow"
)

func TestAUserTaskIsTakenByOne(t *testing.T) {
	w := newWorld(t, works, do(ask))
	to := func(who string) UserTaskAssignment { return UserTaskAssignment{Key: "Ask", Assignee: who} }
	w.at(1, func() {
		w.refused(Invalid, "claimUserTask", to(""))
		w.update("claimUserTask", to("ada"))
		w.update("claimUserTask", to("ada"))
		w.refused(Assigned, "claimUserTask", to("bob"))
		w.update("assignUserTask", to("bob"))
		w.refused(Invalid, "assignUserTask", to(""))
		w.update("unclaimUserTask", to(""))
		w.update("claimUserTask", to("ada"))
	})
	w.at(2, func() {
		if got := w.state().UserTasks[0].Assignee; got != "ada" {
			t.Errorf("unexpected assignee %q", got)
		}
		w.refused(NotOpen, "claimUserTask", UserTaskAssignment{Key: "Other", Assignee: "ada"})
		w.update("completeUserTask", UserTaskCompletion{Key: "Ask", By: "ada"})
	})
	w.must(w.run(nil))
	w.wantPath("Begin", "Ask", "End")
}

func TestADraftIsPartOfTheAnswer(t *testing.T) {
	w := newWorld(t, works, do(ask))
	w.at(1, func() {
		w.refused(Invalid, "saveUserTask", UserTaskCompletion{Key: "Ask", Variables: Variables{"good": "yes"}})
		w.update("saveUserTask", UserTaskCompletion{Key: "Ask", Variables: Variables{"good": true, "note": "a"}})
	})
	w.at(2, func() {
		if draft := w.state().UserTasks[0].Draft; draft["note"] != "a" {
			t.Errorf("unexpected draft %v", draft)
		}
		w.refused(Invalid, "completeUserTask", UserTaskCompletion{Key: "Ask", Variables: Variables{"good": 1}})
		w.update("completeUserTask", UserTaskCompletion{Key: "Ask", Variables: Variables{"note": "b"}})
	})
	w.must(w.run(Variables{"amount": 1}))
	var got Variables
	w.must(w.GetWorkflowResult(&got))
	if got["good"] != true || got["note"] != "b" || got["amount"] != 1.0 {
		t.Errorf("unexpected variables %v", got)
	}
}

func TestEachOpeningHasAKeyOfItsOwn(t *testing.T) {
	w := newWorld(t, works, func(ctx workflow.Context, i *Instance) error {
		for range 2 {
			if err := i.Do(ctx, ask); err != nil {
				return err
			}
			if err := i.Do(ctx, work); err != nil {
				return err
			}
		}
		return nil
	})
	w.at(1, func() { w.update("completeUserTask", UserTaskCompletion{Key: "Ask"}) })
	w.at(2, func() {
		w.refused(NotOpen, "completeUserTask", UserTaskCompletion{Key: "Ask"})
		w.update("completeUserTask", UserTaskCompletion{Key: "Ask:2"})
	})
	w.must(w.run(nil))
	w.wantPath("Ask", "Work", "Ask", "Work")
	if len(w.ids) != 2 || w.ids[0] != "Work" || w.ids[1] != "Work:2" {
		t.Errorf("unexpected activity ids %v", w.ids)
	}
}

func TestTheStateIsWrittenAsByTheCompiler(t *testing.T) {
	w := newWorld(t, works, do(ask))
	w.SetStartTime(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC))
	var open string
	w.at(1, func() {
		text, err := json.Marshal(w.state())
		w.must(err)
		open = string(text)
		w.update("completeUserTask", UserTaskCompletion{Key: "Ask", Variables: Variables{"good": true}})
	})
	w.must(w.run(Variables{"amount": 1}))
	if want := `{"processId":"test","variables":{"amount":1},` +
		`"tokens":[{"elementId":"Ask","name":"Ask somebody","type":"userTask","since":"2026-01-02T03:04:05.000Z"}],` +
		`"userTasks":[{"key":"Ask","elementId":"Ask","name":"Ask somebody","candidateGroups":["people"],"openedAt":"2026-01-02T03:04:05.000Z"}],` +
		`"subscriptions":[],"signals":[],"incidents":[],"adHoc":[],"path":["Begin","Ask"]}`; open != want {
		t.Errorf("got  %s\nwant %s", open, want)
	}
	text, err := json.Marshal(w.state())
	w.must(err)
	if want := `{"processId":"test","variables":{"amount":1,"good":true},"tokens":[],"userTasks":[],"subscriptions":[],` +
		`"signals":[],"incidents":[],"adHoc":[],"path":["Begin","Ask","End"],"ended":"End"}`; string(text) != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
}
