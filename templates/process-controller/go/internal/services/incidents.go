package services

import (
	"context"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
	"service/internal/instances"
)

var actions = map[processv1.Resolution]string{
	processv1.Resolution_RESOLUTION_RETRY: bpmn.Retry,
	processv1.Resolution_RESOLUTION_SKIP:  bpmn.Skip,
	processv1.Resolution_RESOLUTION_FAIL:  bpmn.Fail,
}

// ListIncidents lists what failed.
func (s processService) ListIncidents(
	ctx context.Context,
	request *processv1.ListIncidentsRequest,
) (*processv1.ListIncidentsResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	found, next, err := instances.ListOpen(ctx, own, bpmn.IncidentMark, request,
		func(state bpmn.State, name string) (open []*processv1.Incident, _ error) {
			for _, incident := range state.Incidents {
				open = append(open, toIncident(incident, name))
			}
			return open, nil
		})
	if err != nil {
		return nil, err
	}
	return &processv1.ListIncidentsResponse{Incidents: found, NextPageToken: next}, nil
}

// ResolveIncident says what becomes of it.
func (s processService) ResolveIncident(
	ctx context.Context,
	request *processv1.ResolveIncidentRequest,
) (*processv1.ResolveIncidentResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	return &processv1.ResolveIncidentResponse{}, own.Update(ctx,
		request.Instance, "resolveIncident", request.Context.RequestId,
		bpmn.IncidentResolution{
			Key:       request.Key,
			Action:    actions[request.Resolution],
			Variables: variablesOf(request.Variables),
		})
}
