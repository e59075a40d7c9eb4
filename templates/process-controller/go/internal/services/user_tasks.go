package services

import (
	"context"
	"errors"
	"slices"

	"connectrpc.com/connect"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
	"service/internal/instances"
)

// ListUserTasks lists open user tasks.
func (s processService) ListUserTasks(
	ctx context.Context,
	request *processv1.ListUserTasksRequest,
) (*processv1.ListUserTasksResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	isOther := func(task bpmn.UserTaskState) bool {
		return request.Assignee != "" && task.Assignee != request.Assignee ||
			request.CandidateGroup != "" && !slices.Contains(task.CandidateGroups, request.CandidateGroup)
	}
	found, next, err := instances.ListOpen(ctx, own, bpmn.TaskMark, request,
		func(state bpmn.State, name string) ([]*processv1.UserTask, error) {
			return toUserTasks(slices.DeleteFunc(state.UserTasks, isOther), name)
		})
	if err != nil {
		return nil, err
	}
	return &processv1.ListUserTasksResponse{UserTasks: found, NextPageToken: next}, nil
}

// ClaimUserTask takes a task for whoever calls.
func (s processService) ClaimUserTask(
	ctx context.Context,
	request *processv1.ClaimUserTaskRequest,
) (*processv1.ClaimUserTaskResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	return &processv1.ClaimUserTaskResponse{}, own.Update(ctx,
		request.Instance, "claimUserTask", request.Context.RequestId,
		bpmn.UserTaskAssignment{Key: request.Key, Assignee: own.Subject})
}

// UnclaimUserTask gives a task back.
func (s processService) UnclaimUserTask(
	ctx context.Context,
	request *processv1.UnclaimUserTaskRequest,
) (*processv1.UnclaimUserTaskResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	if err := refuseOthers(ctx, own, request); err != nil {
		return nil, err
	}
	return &processv1.UnclaimUserTaskResponse{}, own.Update(ctx,
		request.Instance, "unclaimUserTask", request.Context.RequestId,
		bpmn.UserTaskAssignment{Key: request.Key})
}

// CompleteUserTask completes a task for whoever calls.
func (s processService) CompleteUserTask(
	ctx context.Context,
	request *processv1.CompleteUserTaskRequest,
) (*processv1.CompleteUserTaskResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	if err := refuseOthers(ctx, own, request); err != nil {
		return nil, err
	}
	return &processv1.CompleteUserTaskResponse{}, own.Update(ctx,
		request.Instance, "completeUserTask", request.Context.RequestId,
		bpmn.UserTaskCompletion{Key: request.Key, Variables: variablesOf(request.Variables), By: own.Subject})
}

// ofTask is a request about a task.
type ofTask interface {
	GetInstance() string
	GetKey() string
}

// refuseOthers says `failed_precondition` where somebody else has claimed the task.
func refuseOthers(ctx context.Context, own instances.Own, request ofTask) error {
	found, err := own.Find(ctx, request.GetInstance())
	if err != nil {
		return err
	}
	state, err := own.StateOf(ctx, found.Execution.WorkflowId)
	if err != nil {
		return err
	}
	for _, task := range state.UserTasks {
		if task.Key == request.GetKey() && task.Assignee != "" && task.Assignee != own.Subject {
			return connect.NewError(connect.CodeFailedPrecondition, errors.New("somebody else has claimed the task"))
		}
	}
	return nil
}

func toUserTasks(tasks []bpmn.UserTaskState, instance string) ([]*processv1.UserTask, error) {
	var all []*processv1.UserTask
	for _, one := range tasks {
		task, err := toUserTask(one, instance)
		if err != nil {
			return nil, err
		}
		all = append(all, task)
	}
	return all, nil
}
