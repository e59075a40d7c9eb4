package bpmn

import (
	"cmp"
	"fmt"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

// Policies say how jobs are done, by job type.
type Policies map[string]Policy

// Policy says how a job is done. Replay compares ids and types of activities and
// not how they are done, so all of it may change while instances run; Local alone
// is another kind of command.
type Policy struct {
	StartToClose    time.Duration
	ScheduleToStart time.Duration
	ScheduleToClose time.Duration
	Heartbeat       time.Duration
	TaskQueue       string
	// Local is whether it is done within the task of the workflow. Markers of the
	// history say how each was done, where this is said at all: what was local
	// once has to say false, not nothing, until the last instance of that time
	// has ended.
	Local *bool
	Retry temporal.RetryPolicy
}

// isLocal is asked once for each activity, and its answer is in the history.
func (p Policy) isLocal(ctx workflow.Context, jobType string) bool {
	if p.Local == nil {
		return false
	}
	if workflow.GetVersion(ctx, "local "+jobType, workflow.DefaultVersion, 1) == workflow.DefaultVersion {
		return false
	}
	var local bool
	answer := workflow.SideEffect(ctx, func(workflow.Context) any { return *p.Local })
	return answer.Get(&local) == nil && local
}

// execute starts the activity of a task.
func (i *Instance) execute(ctx workflow.Context, task ServiceTask, key string, input any) workflow.Future {
	jobType := task.Job.JobType()
	policy := i.policies[jobType]
	summary := cmp.Or(task.Name, task.ID)
	if policy.isLocal(ctx, jobType) {
		return workflow.ExecuteLocalActivity(
			workflow.WithLocalActivityOptions(ctx, workflow.LocalActivityOptions{
				StartToCloseTimeout:    policy.StartToClose,
				ScheduleToCloseTimeout: policy.ScheduleToClose,
				RetryPolicy:            &policy.Retry,
				// it has no id in the history, so that the summary tells the element
				Summary: fmt.Sprintf("%s (%s)", summary, key),
			}), jobType, input)
	}
	return workflow.ExecuteActivity(
		workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
			ActivityID:             key,
			Summary:                summary,
			StartToCloseTimeout:    policy.StartToClose,
			ScheduleToStartTimeout: policy.ScheduleToStart,
			ScheduleToCloseTimeout: policy.ScheduleToClose,
			HeartbeatTimeout:       policy.Heartbeat,
			TaskQueue:              policy.TaskQueue,
			RetryPolicy:            &policy.Retry,
		}), jobType, input)
}
