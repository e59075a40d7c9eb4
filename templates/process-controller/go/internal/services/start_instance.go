package services

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"connectrpc.com/connect"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
	"service/internal/instances"
	"service/internal/process"
)

// StartInstance starts an instance; an id can be used once.
func (s processService) StartInstance(
	ctx context.Context,
	request *processv1.StartInstanceRequest,
) (*processv1.StartInstanceResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	of, err := processOf(request.ProcessId)
	if err != nil {
		return nil, err
	}
	digest, err := own.Digest(request)
	if err != nil {
		return nil, err
	}
	workflowID := own.WorkflowIDOf(cmp.Or(request.InstanceId, request.Context.RequestId))
	isOurs, err := own.StartOnce(ctx, digest, instances.Start{
		WorkflowType: of.WorkflowType,
		WorkflowID:   workflowID,
		Arguments:    []any{variablesOf(request.Variables)},
	})
	if err != nil {
		return nil, err
	}
	name := own.NameOf(workflowID)
	if !isOurs {
		return nil, instances.Taken(name)
	}
	found, err := own.Find(ctx, name)
	if err != nil {
		return nil, err
	}
	return &processv1.StartInstanceResponse{Instance: toInstance(found, name)}, nil
}

// processOf says `invalid_argument`, and which processes there are, where it is
// none of them; it may be left out where there is one.
func processOf(id string) (bpmn.Process, error) {
	var ids []string
	for _, one := range process.All {
		if one.ID == id || (id == "" && len(process.All) == 1) {
			return one, nil
		}
		ids = append(ids, one.ID)
	}
	return bpmn.Process{}, connect.NewError(connect.CodeInvalidArgument,
		fmt.Errorf("process_id: has to be one of %s", strings.Join(ids, ", ")))
}
