package bpmn

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// Message is what the signal `message` and the Update `deliverMessage` take.
type Message struct {
	Name           string         `json:"name"`
	CorrelationKey CorrelationKey `json:"correlationKey,omitempty"`
	Variables      Variables      `json:"variables,omitempty"`
	// ID drops a message with the id of one that was received already.
	ID string `json:"messageId,omitempty"`
}

// CorrelationKey ties a message to who waits for it. Senders may write a number.
type CorrelationKey string

// UnmarshalJSON reads a text or a number; nothing is the empty key.
func (k *CorrelationKey) UnmarshalJSON(text []byte) error {
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		return err
	}
	if value == nil {
		*k = ""
		return nil
	}
	key, err := keyFrom(value)
	*k = key
	return err
}

// keyFrom makes a key of the value of a variable.
func keyFrom(value any) (CorrelationKey, error) {
	switch value := value.(type) {
	case string:
		return CorrelationKey(value), nil
	case float64:
		return CorrelationKey(strconv.FormatFloat(value, 'f', -1, 64)), nil
	default:
		return "", fmt.Errorf("a correlation key has to be a text or a number, not %v", value)
	}
}

// inbox has messages and those who wait for them; the first to come is the first
// to be served, on both sides.
type inbox struct {
	subscriptions []*subscription
	early         []Message
	seen          map[string]bool
}

// subscription waits for a message of one name and key.
type subscription struct {
	SubscriptionState
	taken *Message
}

// publish gives the message to who waits for it, or keeps it until somebody does.
func (b *inbox) publish(message Message) {
	if message.ID != "" {
		if b.seen[message.ID] {
			return
		}
		if b.seen == nil {
			b.seen = map[string]bool{}
		}
		b.seen[message.ID] = true
	}
	if at := slices.IndexFunc(b.subscriptions, message.fits); at >= 0 {
		b.subscriptions[at].taken = &message
		b.subscriptions = slices.Delete(b.subscriptions, at, at+1)
		return
	}
	b.early = append(b.early, message)
}

// subscribe waits for a message; one that came early is taken at once.
func (b *inbox) subscribe(state SubscriptionState) *subscription {
	waiting := &subscription{SubscriptionState: state}
	at := slices.IndexFunc(b.early, func(message Message) bool { return message.fits(waiting) })
	if at < 0 {
		b.subscriptions = append(b.subscriptions, waiting)
		return waiting
	}
	message := b.early[at]
	waiting.taken = &message
	b.early = slices.Delete(b.early, at, at+1)
	return waiting
}

func (b *inbox) unsubscribe(waiting *subscription) {
	b.subscriptions = without(b.subscriptions, waiting)
}

// awaits says whether the message, if it came now, would be taken.
func (b *inbox) awaits(message Message) bool {
	return !b.seen[message.ID] && slices.ContainsFunc(b.subscriptions, message.fits)
}

func (m Message) fits(waiting *subscription) bool {
	return waiting.MessageName == m.Name && waiting.CorrelationKey == string(m.CorrelationKey)
}
