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
		process.CheckRequest.DoneBy(CheckRequest),
		process.FulfilRequest.DoneBy(FulfilRequest),
	}
}

// CheckRequest does the job check-request. Until you fill it in it does nothing,
// and says that the request costs what it was started with.
func CheckRequest(_ context.Context, input process.CheckRequestInput) (process.CheckRequestOutput, error) {
	return process.CheckRequestOutput{Amount: input.Amount}, nil
}

// FulfilRequest does the job fulfil-request. Until you fill it in it does
// nothing, and says that the request is fulfilled.
func FulfilRequest(context.Context, process.FulfilRequestInput) (process.FulfilRequestOutput, error) {
	return process.FulfilRequestOutput{Fulfilled: true}, nil
}
