package support

import (
	"context"
	"sync"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/temporal"

	"service/internal/bpmn"
	"service/internal/process"
	"service/internal/tracing"
)

// Jobs do what a case says, and one of them fails for good when it is asked to:
// that makes an incident.
type Jobs struct {
	mutex  sync.Mutex
	of     Case
	fails  bool
	failed int
	traces []string
}

// Follow makes the jobs do what a case says from now on; the next of them fails.
func (j *Jobs) Follow(of Case) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.of, j.fails, j.failed, j.traces = of, true, 0, nil
}

// Done returns how many have failed since then, and the trace of each.
func (j *Jobs) Done() (failed int, traces []string) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return j.failed, j.traces
}

// All are the jobs of all processes.
func (j *Jobs) All() []bpmn.Implementation {
	var all []bpmn.Implementation
	for _, one := range process.All {
		for _, job := range one.Jobs {
			all = append(all, bpmn.Implementation{Type: job.JobType(), Activity: j.do})
		}
	}
	return all
}

func (j *Jobs) do(ctx context.Context, _ bpmn.Variables) (bpmn.Variables, error) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.traces = append(j.traces, tracing.TraceID(ctx))
	if j.fails {
		j.fails = false
		j.failed++
		return nil, temporal.NewNonRetryableApplicationError("it fails once", "Test", nil)
	}
	return j.of.Answers[ElementOf(activity.GetInfo(ctx).ActivityID)], nil
}
