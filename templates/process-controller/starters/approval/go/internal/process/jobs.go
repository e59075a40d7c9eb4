package process

import "service/internal/bpmn"

// CheckRequest is the job check-request.
var CheckRequest = bpmn.Job[CheckRequestInput, CheckRequestOutput]{Type: "check-request"}

// CheckRequestInput is what the job takes of the instance's variables.
type CheckRequestInput struct {
	Request string  `json:"request"`
	Amount  float64 `json:"amount"`
}

// CheckRequestOutput becomes variables of the instance.
type CheckRequestOutput struct {
	Amount float64 `json:"amount"`
}

// FulfilRequest is the job fulfil-request.
var FulfilRequest = bpmn.Job[FulfilRequestInput, FulfilRequestOutput]{Type: "fulfil-request"}

// FulfilRequestInput is what the job takes of the instance's variables.
type FulfilRequestInput struct {
	Request string  `json:"request"`
	Amount  float64 `json:"amount"`
}

// FulfilRequestOutput becomes variables of the instance.
type FulfilRequestOutput struct {
	Fulfilled bool `json:"fulfilled"`
}
