package bpmn

import "go.temporal.io/sdk/workflow"

// Activity is a node that a token stays at: a task, or an event that it waits for.
type Activity interface {
	Node
	// work returns what the activity results in.
	work(ctx workflow.Context, i *Instance, key string) (Variables, error)
}

// Do takes a token through an activity, and sets the variables that it results
// in. What fails for technical reasons waits as an incident and is no error: an
// error ends the instance.
func (i *Instance) Do(ctx workflow.Context, activity Activity) error {
	element := activity.element()
	key := i.Enter(activity)
	leave := i.stay(element)
	i.tell()
	result, err := i.attempt(ctx, element, key, func() (Variables, error) {
		return activity.work(ctx, i, key)
	})
	leave()
	i.tell()
	if err != nil {
		return err
	}
	i.merge(result)
	return nil
}
