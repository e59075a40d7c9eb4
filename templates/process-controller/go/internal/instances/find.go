package instances

import (
	"context"
	"errors"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflow/v1"
	"go.temporal.io/sdk/client"

	"service/internal/bpmn"
	"service/internal/connection"
)

// mostUpdate is how long a worker may take to answer; longer than this there is none.
const mostUpdate = 20 * time.Second

// Find returns what Temporal knows of an instance, or says `not_found`.
func (o Own) Find(ctx context.Context, name string) (*workflow.WorkflowExecutionInfo, error) {
	workflowID, err := o.ParseName(name)
	if err != nil {
		return nil, err
	}
	found, err := o.describe(ctx, workflowID)
	var missing *serviceerror.NotFound
	if errors.As(err, &missing) {
		return nil, notFound(name)
	}
	return found, err
}

func (o Own) describe(ctx context.Context, workflowID string) (*workflow.WorkflowExecutionInfo, error) {
	description, err := o.client.DescribeWorkflow(ctx, workflowID, "")
	if err != nil {
		return nil, err
	}
	return description.RawResponse.WorkflowExecutionInfo, nil
}

// StateOf is what an instance says of itself.
func (o Own) StateOf(ctx context.Context, workflowID string) (state bpmn.State, err error) {
	answer, err := o.client.QueryWorkflow(ctx, workflowID, "", "state")
	if err != nil {
		return state, err
	}
	return state, answer.Get(&state)
}

// Update changes an instance; the same request again changes nothing and gets the
// first answer. It says `not_found`, `failed_precondition` where the instance has
// ended, or what the process has against it.
func (o Own) Update(ctx context.Context, name, change, requestID string, argument any) error {
	found, err := o.Find(ctx, name)
	if err != nil {
		return err
	}
	err = o.update(ctx, found.Execution.WorkflowId, change, requestID, argument)
	var missing *serviceerror.NotFound
	if errors.As(err, &missing) && found.Status != enums.WORKFLOW_EXECUTION_STATUS_RUNNING {
		return connection.Ended()
	}
	return err
}

func (o Own) update(ctx context.Context, workflowID, change, requestID string, argument any) error {
	ctx, cancel := context.WithTimeout(ctx, mostUpdate)
	defer cancel()
	handle, err := o.client.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID:   workflowID,
		UpdateID:     requestID,
		UpdateName:   change,
		Args:         []any{argument},
		WaitForStage: client.WorkflowUpdateStageCompleted,
	})
	if err != nil {
		return err
	}
	return handle.Get(ctx, nil)
}

// Cancel asks an instance to end; one that was cancelled stays so.
func (o Own) Cancel(ctx context.Context, name string) error {
	found, err := o.Find(ctx, name)
	if err != nil {
		return err
	}
	switch found.Status {
	case enums.WORKFLOW_EXECUTION_STATUS_CANCELED:
		return nil
	case enums.WORKFLOW_EXECUTION_STATUS_RUNNING:
		return o.client.CancelWorkflow(ctx, found.Execution.WorkflowId, "")
	default:
		return connection.Ended()
	}
}
