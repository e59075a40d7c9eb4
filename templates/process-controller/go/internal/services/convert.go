package services

import (
	"slices"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/workflow/v1"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
	"service/internal/process"
)

// usualPriority is that of a task of which the drawing says none.
const usualPriority = 50

// states are how far an instance is, by Temporal's word for it.
var states = map[enums.WorkflowExecutionStatus]processv1.InstanceState{
	enums.WORKFLOW_EXECUTION_STATUS_RUNNING:    processv1.InstanceState_INSTANCE_STATE_RUNNING,
	enums.WORKFLOW_EXECUTION_STATUS_COMPLETED:  processv1.InstanceState_INSTANCE_STATE_COMPLETED,
	enums.WORKFLOW_EXECUTION_STATUS_FAILED:     processv1.InstanceState_INSTANCE_STATE_FAILED,
	enums.WORKFLOW_EXECUTION_STATUS_CANCELED:   processv1.InstanceState_INSTANCE_STATE_CANCELLED,
	enums.WORKFLOW_EXECUTION_STATUS_TERMINATED: processv1.InstanceState_INSTANCE_STATE_TERMINATED,
	// a new run goes on under the same id
	enums.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW: processv1.InstanceState_INSTANCE_STATE_RUNNING,
	enums.WORKFLOW_EXECUTION_STATUS_TIMED_OUT:        processv1.InstanceState_INSTANCE_STATE_TERMINATED,
}

// filters are how Temporal's filter calls the states.
var filters = map[processv1.InstanceState]string{
	processv1.InstanceState_INSTANCE_STATE_RUNNING:    "ExecutionStatus = 'Running'",
	processv1.InstanceState_INSTANCE_STATE_COMPLETED:  "ExecutionStatus = 'Completed'",
	processv1.InstanceState_INSTANCE_STATE_FAILED:     "ExecutionStatus = 'Failed'",
	processv1.InstanceState_INSTANCE_STATE_CANCELLED:  "ExecutionStatus = 'Canceled'",
	processv1.InstanceState_INSTANCE_STATE_TERMINATED: "ExecutionStatus IN ('Terminated', 'TimedOut')",
}

func toInstance(known *workflow.WorkflowExecutionInfo, name string) *processv1.Instance {
	workflowType := known.GetType().GetName()
	processID := workflowType
	at := slices.IndexFunc(process.All, func(one bpmn.Process) bool { return one.WorkflowType == workflowType })
	if at >= 0 {
		processID = process.All[at].ID
	}
	return &processv1.Instance{
		Name:      name,
		ProcessId: processID,
		State:     states[known.GetStatus()],
		StartTime: known.GetStartTime(),
		EndTime:   known.GetCloseTime(),
	}
}

func toUserTask(task bpmn.UserTaskState, instance string) (*processv1.UserTask, error) {
	draft, err := toStruct(task.Draft)
	if err != nil {
		return nil, err
	}
	priority := usualPriority
	if task.Priority != nil {
		priority = *task.Priority
	}
	return &processv1.UserTask{
		Instance:        instance,
		Key:             task.Key,
		ElementId:       task.ElementID,
		Title:           task.Name,
		Assignee:        task.Assignee,
		CandidateGroups: task.CandidateGroups,
		CandidateUsers:  task.CandidateUsers,
		DueDate:         task.DueDate,
		Priority:        int32(priority),
		FormId:          task.FormID,
		Draft:           draft,
		CreateTime:      at(task.OpenedAt),
	}, nil
}

func toIncident(incident bpmn.IncidentState, instance string) *processv1.Incident {
	return &processv1.Incident{
		Instance:   instance,
		Key:        incident.Key,
		ElementId:  incident.ElementID,
		Message:    incident.Message,
		Skippable:  incident.Skippable,
		CreateTime: at(incident.Since),
	}
}

// at is a time of the process, which always writes them well.
func at(iso string) *timestamppb.Timestamp {
	parsed, _ := time.Parse(time.RFC3339Nano, iso)
	return timestamppb.New(parsed)
}

// toStruct has nothing for no variables at all.
func toStruct(variables bpmn.Variables) (*structpb.Struct, error) {
	if variables == nil {
		return nil, nil
	}
	return structpb.NewStruct(variables)
}

// variablesOf are those of a request, which may have none.
func variablesOf(variables *structpb.Struct) bpmn.Variables {
	if variables == nil {
		return bpmn.Variables{}
	}
	return variables.AsMap()
}
