package bpmn

import (
	"errors"

	"go.temporal.io/sdk/workflow"
)

// Process is a drawing as a workflow.
type Process struct {
	// ID is the one that the process has in the drawing.
	ID string
	// WorkflowType is what Temporal calls it.
	WorkflowType string
	// Messages are those that it begins with.
	Messages []string
	// Jobs are those that the drawing asks for.
	Jobs []AnyJob
	// Body takes a token from the start to the ends of the drawing.
	Body func(workflow.Context, *Instance) error
}

// Workflow is what a worker registers: it takes variables, and results in those
// at the end.
func (p Process) Workflow(policies Policies) func(workflow.Context, Variables) (Variables, error) {
	return func(ctx workflow.Context, variables Variables) (Variables, error) {
		i := &Instance{
			root:      ctx,
			processID: p.ID,
			policies:  policies,
			variables: Variables{},
			entries:   map[string]int{},
			local:     map[string]bool{},
		}
		i.merge(variables)
		if err := i.offer(ctx); err != nil {
			return nil, err
		}
		if err := p.Body(ctx, i); err != nil {
			return nil, err
		}
		i.over = true
		// else whoever completed the last task would get no answer
		err := workflow.Await(ctx, func() bool { return workflow.AllHandlersFinished(ctx) })
		return i.variables, err
	}
}

// offer lets the instance be watched and moved on from outside.
func (i *Instance) offer(ctx workflow.Context) error {
	workflow.Go(ctx, i.receive)
	tasks := tasks{i}
	return errors.Join(
		workflow.SetQueryHandler(ctx, "state", i.state),
		update(ctx, "claimUserTask", tasks.assign, tasks.mayClaim),
		update(ctx, "unclaimUserTask", tasks.unclaim, tasks.mayUnclaim),
		update(ctx, "assignUserTask", tasks.assign, tasks.mayAssign),
		update(ctx, "saveUserTask", tasks.save, tasks.mayComplete),
		update(ctx, "completeUserTask", tasks.complete, tasks.mayComplete),
		update(ctx, "resolveIncident", i.resolve, i.mayResolve),
		update(ctx, "deliverMessage", i.deliver, i.mayDeliver),
	)
}

// update takes an Update that its validator lets through.
func update[T any](
	ctx workflow.Context,
	name string,
	handle func(workflow.Context, T) error,
	validate func(T) error,
) error {
	return workflow.SetUpdateHandlerWithOptions(ctx, name, handle, workflow.UpdateHandlerOptions{Validator: validate})
}
