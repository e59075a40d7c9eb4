package process

import "service/internal/bpmn"

// CollectPayment is the job collect-payment.
var CollectPayment = bpmn.Job[CollectPaymentInput, CollectPaymentOutput]{Type: "collect-payment"}

// CollectPaymentInput is what the job takes of the instance's variables.
type CollectPaymentInput struct {
	OrderID string `json:"orderId"`
}

// CollectPaymentOutput becomes variables of the instance.
type CollectPaymentOutput struct {
	Paid bool `json:"paid"`
}

// ThankCustomer is the job thank-customer.
var ThankCustomer = bpmn.Job[ThankCustomerInput, ThankCustomerOutput]{Type: "thank-customer"}

// ThankCustomerInput is what the job takes of the instance's variables.
type ThankCustomerInput struct {
	OrderID  string `json:"orderId"`
	SignedBy string `json:"signedBy"`
}

// ThankCustomerOutput becomes variables of the instance.
type ThankCustomerOutput struct{}
