package bpmn

import "go.temporal.io/sdk/workflow"

// Decide takes a token through an exclusive gateway: the answer says which of
// its flows it takes. V is what the conditions look at; variables of another
// type make an incident.
func Decide[V, Flow any](
	ctx workflow.Context,
	i *Instance,
	gateway ExclusiveGateway,
	decide func(V) Flow,
) (flow Flow, err error) {
	element := gateway.element()
	key := i.Enter(gateway)
	leave := i.stay(element)
	_, err = i.attempt(ctx, element, key, func() (Variables, error) {
		variables, err := read[V](i.variables)
		if err != nil {
			return nil, err
		}
		flow = decide(variables)
		return nil, nil
	})
	leave()
	return flow, err
}

// Parallel takes a token on each branch of a fork, and goes on when all of them
// have come to the join, where the first ones wait. A branch that fails ends the
// others.
func (i *Instance) Parallel(
	ctx workflow.Context,
	fork, join ParallelGateway,
	branches ...func(workflow.Context) error,
) error {
	i.Enter(fork)
	inside, interrupt := workflow.WithCancel(ctx)
	defer interrupt()
	var failed error
	var arrived []func()
	group := workflow.NewWaitGroup(ctx)
	for _, branch := range branches {
		group.Add(1)
		workflow.Go(inside, func(inside workflow.Context) {
			defer group.Done()
			err := branch(inside)
			if err == nil {
				arrived = append(arrived, i.stay(join.element()))
			} else if failed == nil {
				failed = err
				interrupt()
			}
			i.tell()
		})
	}
	group.Wait(ctx)
	for _, leave := range arrived {
		leave()
	}
	if failed != nil {
		return failed
	}
	i.Enter(join)
	return nil
}
