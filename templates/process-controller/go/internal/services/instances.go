package services

import (
	"context"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
)

// GetInstance reads one, with where it stands.
func (s processService) GetInstance(
	ctx context.Context,
	request *processv1.GetInstanceRequest,
) (*processv1.GetInstanceResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	found, err := own.Find(ctx, request.Name)
	if err != nil {
		return nil, err
	}
	state, err := own.StateOf(ctx, found.Execution.WorkflowId)
	if err != nil {
		return nil, err
	}
	answer := &processv1.GetInstanceResponse{Instance: toInstance(found, request.Name)}
	return answer, describe(answer, state)
}

// describe adds what an instance says of itself.
func describe(answer *processv1.GetInstanceResponse, state bpmn.State) (err error) {
	name := answer.Instance.Name
	for _, token := range state.Tokens {
		answer.Tokens = append(answer.Tokens, &processv1.Token{
			ElementId: token.ElementID, ElementName: token.Name, Since: at(token.Since),
		})
	}
	for _, one := range state.Subscriptions {
		answer.Subscriptions = append(answer.Subscriptions, &processv1.Subscription{
			ElementId: one.ElementID, MessageName: one.MessageName, CorrelationKey: one.CorrelationKey,
		})
	}
	if answer.UserTasks, err = toUserTasks(state.UserTasks, name); err != nil {
		return err
	}
	for _, incident := range state.Incidents {
		answer.Incidents = append(answer.Incidents, toIncident(incident, name))
	}
	answer.Variables, err = toStruct(state.Variables)
	return err
}

// ListInstances lists those of whoever calls, those that started last first.
func (s processService) ListInstances(
	ctx context.Context,
	request *processv1.ListInstancesRequest,
) (*processv1.ListInstancesResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	executions, next, err := own.List(ctx, filters[request.State], request)
	if err != nil {
		return nil, err
	}
	answer := &processv1.ListInstancesResponse{NextPageToken: next}
	for _, one := range executions {
		answer.Instances = append(answer.Instances, toInstance(one, own.NameOf(one.Execution.WorkflowId)))
	}
	return answer, nil
}

// CancelInstance asks one to end.
func (s processService) CancelInstance(
	ctx context.Context,
	request *processv1.CancelInstanceRequest,
) (*processv1.CancelInstanceResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	return &processv1.CancelInstanceResponse{}, own.Cancel(ctx, request.Name)
}
