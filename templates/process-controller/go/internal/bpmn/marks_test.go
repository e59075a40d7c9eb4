package bpmn

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/mock"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

func TestMarksAreThoseOfTheCompiler(t *testing.T) {
	for message, want := range map[string]string{
		"goods-delivered\no-1": "m:tqv653qz4z",
		"\n":                   "m:1jwkt08uwi3",
		"Übergabe €\n😀":        "m:18pckdowiug",
	} {
		name, key, _ := strings.Cut(message, "\n")
		if got := MessageMark(name, key); got != want {
			t.Errorf("%q: got %s, want %s", message, got, want)
		}
	}
}

// The server is told when something opens; what has closed meanwhile is taken
// away with that, or when nothing works any more.
func TestMarksAreToldWhenSomethingOpens(t *testing.T) {
	var told [][]string
	w := newWorld(t, works, func(ctx workflow.Context, i *Instance) error {
		if err := i.Parallel(ctx, fork, join, beside(i, do(ask), do(ask), do(await))...); err != nil {
			return err
		}
		if err := i.Do(ctx, work); err != nil {
			return err
		}
		return i.Do(ctx, TimerEvent{ID: "Rest", After: late.After})
	})
	w.OnUpsertTypedSearchAttributes(mock.MatchedBy(func(attributes temporal.SearchAttributes) bool {
		marks, _ := attributes.GetKeywordList(openKey)
		told = append(told, marks)
		return true
	})).Return(nil)
	w.at(1, func() { w.SignalWorkflow("message", news("a", "", 1)) })
	w.at(2, func() { w.update("completeUserTask", UserTaskCompletion{Key: "Ask"}) })
	w.at(3, func() { w.update("completeUserTask", UserTaskCompletion{Key: "Ask:2"}) })
	w.must(w.run(Variables{"about": "a"}))
	message := MessageMark("news", "a")
	want := [][]string{{"task", "task:Ask", message}, {"task", "task:Ask"}, {}}
	if !slices.EqualFunc(told, want, slices.Equal) {
		t.Errorf("got %v, want %v", told, want)
	}
}
