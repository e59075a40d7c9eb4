package instances

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflow/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/temporal"

	"service/internal/bpmn"
	"service/internal/process"
)

// Published is a message, and the request that it came with.
type Published struct {
	bpmn.Message
	RequestID string
	Digest    string
}

// Taker is an instance that has the message.
type Taker struct {
	WorkflowID   string
	WorkflowType string
}

// HandOver gives the message to the oldest instance of each process that waits
// for it. Nobody but instances of the tenant is asked.
func (o Own) HandOver(ctx context.Context, message Published) ([]Taker, error) {
	waiting, err := o.waiting(ctx, message)
	if err != nil {
		return nil, err
	}
	var taken []Taker
	for _, one := range waiting {
		taker := Taker{WorkflowID: one.Execution.WorkflowId, WorkflowType: one.Type.Name}
		if has(taken, taker.WorkflowType) {
			continue
		}
		err := o.update(ctx, taker.WorkflowID, "deliverMessage", message.RequestID, message.Message)
		if isRefused(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		taken = append(taken, taker)
	}
	return taken, nil
}

// waiting are the instances that wait for the message, the oldest first.
func (o Own) waiting(ctx context.Context, message Published) ([]*workflow.WorkflowExecutionInfo, error) {
	mark := bpmn.MessageMark(message.Name, string(message.CorrelationKey))
	var waiting []*workflow.WorkflowExecutionInfo
	var after []byte
	for {
		page, err := o.client.ListWorkflow(ctx, &workflowservice.ListWorkflowExecutionsRequest{
			Namespace:     o.namespace,
			Query:         o.own(hasOpen(mark)),
			NextPageToken: after,
		})
		if err != nil {
			return nil, err
		}
		waiting = append(waiting, page.Executions...)
		if after = page.NextPageToken; len(after) == 0 {
			break
		}
	}
	slices.SortStableFunc(waiting, func(a, b *workflow.WorkflowExecutionInfo) int {
		return a.StartTime.AsTime().Compare(b.StartTime.AsTime())
	})
	return waiting, nil
}

// StartByMessage starts the processes that begin with the message and have not
// taken it; with a key there is one at a time.
func (o Own) StartByMessage(ctx context.Context, message Published, taken []Taker) ([]Taker, error) {
	var begun []Taker
	for _, one := range process.All {
		if !slices.Contains(one.Messages, message.Name) || has(taken, one.WorkflowType) {
			continue
		}
		key := string(message.CorrelationKey)
		start := Start{
			WorkflowType: one.WorkflowType,
			WorkflowID:   o.WorkflowIDOf(fmt.Sprintf("%s:%s", one.ID, cmp.Or(key, message.ID))),
			Arguments:    []any{message.Variables},
			Again:        key != "",
		}
		isOurs, err := o.StartOnce(ctx, message.Digest, start)
		if err != nil {
			return nil, err
		}
		if isOurs {
			begun = append(begun, Taker{WorkflowID: start.WorkflowID, WorkflowType: one.WorkflowType})
		}
	}
	return begun, nil
}

func has(taken []Taker, workflowType string) bool {
	return slices.ContainsFunc(taken, func(one Taker) bool { return one.WorkflowType == workflowType })
}

// isRefused says that the instance waits no longer, or has ended.
func isRefused(err error) bool {
	var refusal *temporal.ApplicationError
	var missing *serviceerror.NotFound
	return errors.As(err, &refusal) || errors.As(err, &missing)
}
