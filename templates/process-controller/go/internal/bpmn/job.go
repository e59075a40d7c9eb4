package bpmn

import (
	"context"

	"go.temporal.io/sdk/workflow"
)

// usualAttempts are those of a job of which the drawing says nothing.
const usualAttempts = 3

// Job is a kind of work that the drawing asks for: its type there, which is the
// activity type too, what it takes and what it results in.
type Job[In, Out any] struct {
	Type string
	// Attempts are those that the drawing says; 3 where it says nothing.
	Attempts int
}

// DoneBy says what does the job.
func (j Job[In, Out]) DoneBy(do func(context.Context, In) (Out, error)) Implementation {
	return Implementation{Type: j.Type, Activity: do}
}

// Implementation is an activity that does a job.
type Implementation struct {
	Type     string
	Activity any
}

// AnyJob is a job of whatever types.
type AnyJob interface {
	JobType() string
	MostAttempts() int
	// input is what the job takes of the variables of an instance.
	input(Variables) (any, error)
}

// JobType is the type in the drawing.
func (j Job[In, Out]) JobType() string { return j.Type }

// MostAttempts is how often the job is tried before it becomes an incident.
func (j Job[In, Out]) MostAttempts() int {
	if j.Attempts == 0 {
		return usualAttempts
	}
	return j.Attempts
}

func (j Job[In, Out]) input(variables Variables) (any, error) {
	return read[In](variables)
}

// ServiceTask is done by a job.
type ServiceTask struct {
	ID, Name string
	Job      AnyJob
}

func (t ServiceTask) element() Element {
	return Element{ID: t.ID, Name: t.Name, kind: "serviceTask"}
}

// work is one activity, whose id is the key; what it answers become variables,
// also those that its type does not name.
func (t ServiceTask) work(ctx workflow.Context, i *Instance, key string) (Variables, error) {
	input, err := t.Job.input(i.variables)
	if err != nil {
		return nil, err
	}
	var result Variables
	i.working++
	err = i.execute(ctx, t, key, input).Get(ctx, &result)
	i.working--
	return result, err
}
