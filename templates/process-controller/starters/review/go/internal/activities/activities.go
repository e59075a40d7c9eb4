// Package activities does the jobs of the drawing. It is yours.
package activities

import (
	"context"

	"service/internal/bpmn"
	"service/internal/process"
)

// All say which function does which job.
func All() []bpmn.Implementation {
	return []bpmn.Implementation{
		process.FulfilRequest.DoneBy(FulfilRequest),
	}
}

// FulfilRequest does the job fulfil-request. Until you fill it in it does
// nothing, and says that the request is fulfilled where it was approved.
func FulfilRequest(_ context.Context, input process.FulfilRequestInput) (process.FulfilRequestOutput, error) {
	return process.FulfilRequestOutput{Fulfilled: input.Approved}, nil
}
