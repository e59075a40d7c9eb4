// Package work makes the worker: all processes of the drawing, and who does their
// jobs.
package work

import (
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/interceptor"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
	"service/internal/process"
	"service/internal/tracing"
)

// mostStop is how long jobs may go on once the worker is asked to end.
const mostStop = 10 * time.Second

// New makes a worker, which does not run yet. Each build has a task queue of its
// own, so an instance is served by the code that it began with.
func New(
	temporal client.Client,
	taskQueue string,
	policies bpmn.Policies,
	activities []bpmn.Implementation,
	fatal func(error),
) worker.Worker {
	serving := worker.New(temporal, taskQueue, worker.Options{
		WorkerStopTimeout: mostStop,
		Interceptors:      []interceptor.WorkerInterceptor{tracing.Interceptor()},
		OnFatalError:      fatal,
		// as many polls as there is work: a fixed number is too few under load, or
		// too many at rest
		WorkflowTaskPollerBehavior: autoscaling(),
		ActivityTaskPollerBehavior: autoscaling(),
	})
	for _, one := range process.All {
		serving.RegisterWorkflowWithOptions(one.Workflow(policies), workflow.RegisterOptions{Name: one.WorkflowType})
	}
	for _, job := range activities {
		serving.RegisterActivityWithOptions(job.Activity, activity.RegisterOptions{Name: job.Type})
	}
	return serving
}

func autoscaling() worker.PollerBehavior {
	return worker.NewPollerBehaviorAutoscaling(worker.PollerBehaviorAutoscalingOptions{})
}
