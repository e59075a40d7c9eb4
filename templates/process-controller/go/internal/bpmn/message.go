package bpmn

import (
	"fmt"

	"go.temporal.io/sdk/workflow"
)

// MessageEvent lets a token wait for a message.
type MessageEvent struct {
	ID, Name string
	// Message is its name.
	Message string
	// Key is the variable that says which key the message has to have.
	Key string
}

func (e MessageEvent) element() Element {
	return Element{ID: e.ID, Name: e.Name, kind: "intermediateCatchEvent"}
}

// work waits for the message; the key stays what it is on entry.
func (e MessageEvent) work(ctx workflow.Context, i *Instance, _ string) (Variables, error) {
	key, err := keyFrom(i.variables[e.Key])
	if err != nil {
		return nil, fmt.Errorf("the variable %s: %w", e.Key, err)
	}
	waiting := i.inbox.subscribe(SubscriptionState{
		ElementID:      e.ID,
		MessageName:    e.Message,
		CorrelationKey: string(key),
	})
	err = workflow.Await(ctx, func() bool { return waiting.taken != nil })
	i.inbox.unsubscribe(waiting)
	if err != nil {
		return nil, err
	}
	return waiting.taken.Variables, nil
}

// receive takes what the signal `message` brings, as long as the instance runs.
func (i *Instance) receive(ctx workflow.Context) {
	signals := workflow.GetSignalChannel(ctx, "message")
	for {
		var message Message
		signals.Receive(ctx, &message)
		i.inbox.publish(message)
	}
}

// deliver is the Update `deliverMessage`: a message for which the instance waits
// just now. It is refused, and nothing is left of it, where the instance does not.
func (i *Instance) deliver(_ workflow.Context, message Message) error {
	i.inbox.publish(message)
	return nil
}

func (i *Instance) mayDeliver(message Message) error {
	if i.inbox.awaits(message) {
		return nil
	}
	return refusal(NotOpen, "Nothing waits for the message %q", message.Name)
}
