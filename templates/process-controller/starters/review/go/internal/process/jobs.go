package process

import "service/internal/bpmn"

// FulfilRequest is the job fulfil-request.
var FulfilRequest = bpmn.Job[FulfilRequestInput, FulfilRequestOutput]{Type: "fulfil-request"}

// FulfilRequestInput is what the job takes of the instance's variables.
type FulfilRequestInput struct {
	Request  string `json:"request"`
	Approved bool   `json:"approved"`
}

// FulfilRequestOutput becomes variables of the instance.
type FulfilRequestOutput struct {
	Fulfilled bool `json:"fulfilled"`
}
