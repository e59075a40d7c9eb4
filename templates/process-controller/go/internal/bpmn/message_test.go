package bpmn

import (
	"testing"

	"go.temporal.io/sdk/workflow"
)

func news(key CorrelationKey, id string, number int) Message {
	return Message{Name: "news", CorrelationKey: key, ID: id, Variables: Variables{"number": number}}
}

// twice waits for the message two times, after somebody was asked.
func twice(ctx workflow.Context, i *Instance) error {
	if err := i.Do(ctx, ask); err != nil {
		return err
	}
	if err := i.Do(ctx, await); err != nil {
		return err
	}
	return i.Do(ctx, await)
}

func (w *world) wantNumber(number float64) {
	w.t.Helper()
	if got := w.state().Variables["number"]; got != number {
		w.t.Errorf("got %v, want %v", got, number)
	}
}

func TestAMessageGoesToWhoWaitsForItsNameAndKey(t *testing.T) {
	w := newWorld(t, works, do(await))
	w.at(1, func() {
		if got := w.state().Subscriptions; len(got) != 1 || got[0].CorrelationKey != "7" || got[0].MessageName != "news" {
			t.Errorf("unexpected subscriptions %+v", got)
		}
		w.refused(NotOpen, "deliverMessage", news("8", "", 1))
		w.SignalWorkflow("message", news("8", "", 2))
	})
	w.at(2, func() { w.update("deliverMessage", map[string]any{"name": "news", "correlationKey": 7}) })
	w.must(w.run(Variables{"about": 7}))
	w.wantPath("Begin", "Await", "End")
}

func TestAMessageThatComesEarlyIsKept(t *testing.T) {
	w := newWorld(t, works, twice)
	w.at(1, func() { w.SignalWorkflow("message", news("a", "1", 1)) })
	w.at(2, func() { w.update("completeUserTask", UserTaskCompletion{Key: "Ask"}) })
	w.at(3, func() {
		w.wantNumber(1)
		w.SignalWorkflow("message", news("a", "2", 2))
	})
	w.must(w.run(Variables{"about": "a"}))
	w.wantNumber(2)
}

func TestAMessageIsTakenOnce(t *testing.T) {
	w := newWorld(t, works, twice)
	w.at(1, func() { w.update("completeUserTask", UserTaskCompletion{Key: "Ask"}) })
	w.at(2, func() { w.SignalWorkflow("message", news("a", "1", 1)) })
	w.at(3, func() {
		w.SignalWorkflow("message", news("a", "1", 3))
		w.refused(NotOpen, "deliverMessage", news("a", "1", 3))
	})
	w.at(4, func() { w.SignalWorkflow("message", news("a", "2", 4)) })
	w.must(w.run(Variables{"about": "a"}))
	w.wantNumber(4)
}

func TestAKeyThatIsNoneIsAnIncident(t *testing.T) {
	w := newWorld(t, works, do(await))
	w.at(1, func() {
		w.update("resolveIncident", IncidentResolution{Key: "Await", Variables: Variables{"about": "b"}})
	})
	w.at(2, func() { w.SignalWorkflow("message", news("b", "", 1)) })
	w.must(w.run(nil))
}
