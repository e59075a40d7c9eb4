// Package process is the drawing as a workflow. It is yours: tests hold it
// against every path of the drawing.
package process

import (
	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
)

// All are the processes of this service.
var All = []bpmn.Process{
	{ID: "delivery", WorkflowType: "delivery", Jobs: []bpmn.AnyJob{CollectPayment, ThankCustomer}, Body: delivery},
}

var (
	ordered   = bpmn.StartEvent{ID: "Start_Ordered", Name: "Ordered"}
	fork      = bpmn.ParallelGateway{ID: "Gateway_Fork"}
	collect   = bpmn.ServiceTask{ID: "Task_Collect", Name: "Collect payment", Job: CollectPayment}
	delivered = bpmn.MessageEvent{ID: "Catch_Delivered", Name: "Goods delivered", Message: "goods-delivered", Key: "orderId"}
	join      = bpmn.ParallelGateway{ID: "Gateway_Join"}
	thank     = bpmn.ServiceTask{ID: "Task_Thank", Name: "Thank customer", Job: ThankCustomer}
	done      = bpmn.EndEvent{ID: "End_Done", Name: "Done"}
)

// delivery: the payment of an order is collected while its goods are delivered;
// then the customer is thanked.
func delivery(ctx workflow.Context, instance *bpmn.Instance) error {
	instance.Enter(ordered)
	err := instance.Parallel(ctx, fork, join,
		func(ctx workflow.Context) error { return instance.Do(ctx, collect) },
		func(ctx workflow.Context) error { return instance.Do(ctx, delivered) },
	)
	if err != nil {
		return err
	}
	if err := instance.Do(ctx, thank); err != nil {
		return err
	}
	instance.End(done)
	return nil
}
