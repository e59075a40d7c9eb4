package bpmn

import (
	"cmp"
	"fmt"

	"go.temporal.io/sdk/workflow"
)

// Policies say how jobs are done, by job type.
type Policies map[string]Policy

// Policy says how a job is done. Replay compares ids and types of activities and
// not how they are done, so all of it may change while instances run; Local alone
// leaves other events, see isLocal.
type Policy struct {
	workflow.ActivityOptions
	// Local is whether it is done within the task of the workflow.
	Local bool
}

// isLocal is decided by the first entry of the job, for the whole instance: where
// the policy wants it to be local then, a marker says so. In a replay the marker
// decides, whatever the policy has become.
func (i *Instance) isLocal(ctx workflow.Context, jobType string) bool {
	local, decided := i.local[jobType]
	if !decided {
		mayBeMarked := i.policies[jobType].Local || workflow.IsReplaying(ctx)
		local = mayBeMarked && workflow.GetVersion(ctx, "local "+jobType, workflow.DefaultVersion, 1) == 1
		i.local[jobType] = local
	}
	return local
}

// execute starts the activity of a task.
func (i *Instance) execute(ctx workflow.Context, task ServiceTask, key string, input any) workflow.Future {
	jobType := task.Job.JobType()
	policy := i.policies[jobType]
	summary := cmp.Or(task.Name, task.ID)
	if i.isLocal(ctx, jobType) {
		return workflow.ExecuteLocalActivity(
			workflow.WithLocalActivityOptions(ctx, workflow.LocalActivityOptions{
				StartToCloseTimeout:    policy.StartToCloseTimeout,
				ScheduleToCloseTimeout: policy.ScheduleToCloseTimeout,
				RetryPolicy:            policy.RetryPolicy,
				// it has no id in the history, so that the summary tells the element
				Summary: fmt.Sprintf("%s (%s)", summary, key),
			}), jobType, input)
	}
	options := policy.ActivityOptions
	options.ActivityID, options.Summary = key, summary
	return workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), jobType, input)
}
