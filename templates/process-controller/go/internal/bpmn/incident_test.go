package bpmn

import (
	"errors"
	"testing"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

// failing fails so many times, and works then.
func failing(times int, err error) job {
	return func(in input) (Variables, error) {
		if times--; times >= 0 {
			return nil, err
		}
		return Variables{"amount": in.Amount}, nil
	}
}

var errBroken = errors.New("it is broken")

func resolve(action string, variables Variables) IncidentResolution {
	return IncidentResolution{Key: "Work", Action: action, Variables: variables}
}

func TestAJobIsTriedAgainByItself(t *testing.T) {
	w := newWorld(t, failing(1, errBroken), do(work))
	w.must(w.run(Variables{"amount": 7}))
	if got := w.state(); len(got.Incidents) != 0 || got.Variables["amount"] != 7.0 {
		t.Errorf("unexpected state %+v", got)
	}
}

func TestAnIncidentIsRetriedWithOtherVariables(t *testing.T) {
	w := newWorld(t, failing(4, errBroken), do(work))
	w.at(1, func() {
		incident := w.state().Incidents[0]
		if incident.Key != "Work" || incident.Message != "it is broken" || !incident.Skippable {
			t.Errorf("unexpected incident %+v", incident)
		}
		w.refused(Invalid, "resolveIncident", resolve("guess", nil))
		w.refused(NotOpen, "resolveIncident", IncidentResolution{Key: "Other"})
		w.update("resolveIncident", resolve("", Variables{"amount": 3}))
		w.refused(NotOpen, "resolveIncident", resolve(Retry, nil))
	})
	w.at(2, func() { w.update("resolveIncident", IncidentResolution{Key: "Work#2", Action: Retry}) })
	w.must(w.run(Variables{"amount": 7}))
	if got := w.state().Variables["amount"]; got != 3.0 {
		t.Errorf("unexpected amount %v", got)
	}
	w.wantPath("Begin", "Work", "End")
}

func TestAnIncidentIsSkipped(t *testing.T) {
	w := newWorld(t, failing(9, errBroken), do(work))
	w.at(1, func() { w.update("resolveIncident", resolve(Skip, Variables{"good": true})) })
	w.must(w.run(nil))
	if got := w.state().Variables["good"]; got != true {
		t.Errorf("unexpected result %v", got)
	}
}

func TestAnIncidentFailsTheInstance(t *testing.T) {
	once := temporal.NewNonRetryableApplicationError("no", "Refused", nil)
	w := newWorld(t, failing(1, once), do(work))
	w.at(1, func() {
		if got := w.state().Incidents[0].Message; got != "Refused: no (nothing catches it)" {
			t.Errorf("unexpected message %q", got)
		}
		w.update("resolveIncident", resolve(Fail, nil))
	})
	w.failed(w.run(nil), "IncidentFailed")
}

func TestVariablesOfAnotherTypeAreAnIncident(t *testing.T) {
	isLarge := false
	w := newWorld(t, works, func(ctx workflow.Context, i *Instance) (err error) {
		isLarge, err = Decide(ctx, i, split, func(v input) bool { return v.Amount > 10 })
		return err
	})
	w.at(1, func() {
		incident := w.state().Incidents[0]
		if incident.Skippable || w.state().Tokens[0].Type != "exclusiveGateway" {
			t.Errorf("unexpected incident %+v", incident)
		}
		w.refused(Invalid, "resolveIncident", IncidentResolution{Key: "Split", Action: Skip})
		w.update("resolveIncident", IncidentResolution{Key: "Split", Variables: Variables{"amount": 11}})
	})
	w.must(w.run(Variables{"amount": "much"}))
	if !isLarge {
		t.Error("the corrected amount does not count")
	}
}
