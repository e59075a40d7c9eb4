package instances

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"

	"service/internal/bpmn"
)

// mostAsked is how many instances are asked at a time.
const mostAsked = 20

// hasOpen is the filter for running instances that have something open.
func hasOpen(mark string) string {
	return fmt.Sprintf("ExecutionStatus = 'Running' AND %s IN ('%s', '%s')", bpmn.OpenAttribute, mark, bpmn.ManyMark)
}

// ListOpen returns what a page of instances has open, instance by instance.
func ListOpen[T any](
	ctx context.Context,
	own Own,
	mark string,
	page Page,
	pick func(state bpmn.State, name string) ([]T, error),
) ([]T, string, error) {
	executions, next, err := own.List(ctx, hasOpen(mark), page)
	if err != nil {
		return nil, "", err
	}
	found := make([][]T, len(executions))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(mostAsked)
	for at, execution := range executions {
		group.Go(func() error {
			id := execution.Execution.WorkflowId
			state, err := own.StateOf(ctx, id)
			if err == nil {
				found[at], err = pick(state, own.NameOf(id))
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, "", err
	}
	var all []T
	for _, some := range found {
		all = append(all, some...)
	}
	return all, next, nil
}
