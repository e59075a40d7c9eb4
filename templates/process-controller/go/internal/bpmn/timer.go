package bpmn

import (
	"cmp"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

// BoundaryTimer interrupts the activity that it is attached to.
type BoundaryTimer struct {
	ID, Name string
	// After is counted from when the activity is entered.
	After time.Duration
}

func (t BoundaryTimer) element() Element {
	return Element{ID: t.ID, Name: t.Name, kind: "boundaryEvent"}
}

// DoUntil is Do unless the timer comes first: then the activity is given up, and
// the token leaves by the timer. Whatever the activity was answered in the same
// turn counts: nobody is told that an answer was taken which was not.
func (i *Instance) DoUntil(ctx workflow.Context, activity Activity, timer BoundaryTimer) (late bool, err error) {
	inside, interrupt := workflow.WithCancel(ctx)
	defer interrupt()
	due := startTimer(inside, timer.element(), timer.After)
	workflow.Go(inside, func(inside workflow.Context) {
		if due.Get(inside, nil) == nil {
			late = true
			interrupt()
		}
	})
	err = i.Do(inside, activity)
	if err != nil && late && ctx.Err() == nil && temporal.IsCanceledError(err) {
		i.Enter(timer)
		return true, nil
	}
	return false, err
}

// TimerEvent lets a token wait for some time.
type TimerEvent struct {
	ID, Name string
	After    time.Duration
}

func (e TimerEvent) element() Element {
	return Element{ID: e.ID, Name: e.Name, kind: "intermediateCatchEvent"}
}

func (e TimerEvent) work(ctx workflow.Context, _ *Instance, _ string) (Variables, error) {
	return nil, startTimer(ctx, e.element(), e.After).Get(ctx, nil)
}

func startTimer(ctx workflow.Context, element Element, after time.Duration) workflow.Future {
	return workflow.NewTimerWithOptions(ctx, after, workflow.TimerOptions{
		Summary: cmp.Or(element.Name, element.ID),
	})
}
