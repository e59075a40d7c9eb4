package services

import (
	"cmp"
	"context"
	"errors"
	"time"

	"connectrpc.com/connect"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
	"service/internal/instances"
)

const (
	// usualPatience is how long somebody is looked for.
	usualPatience = 5 * time.Second
	firstPause    = 50 * time.Millisecond
	mostPause     = 500 * time.Millisecond
)

var nobodyWaits = connect.NewError(connect.CodeFailedPrecondition,
	errors.New("nobody waits for a message of this name and key"))

// PublishMessage hands a message over: to the oldest instance of each process
// that waits for it, and to each process that begins with it and has none.
func (s processService) PublishMessage(
	ctx context.Context,
	request *processv1.PublishMessageRequest,
) (*processv1.PublishMessageResponse, error) {
	own, err := s.all.Of(ctx)
	if err != nil {
		return nil, err
	}
	digest, err := own.Digest(request)
	if err != nil {
		return nil, err
	}
	patience := usualPatience
	if request.Patience != nil {
		patience = request.Patience.AsDuration()
	}
	takers, err := patiently(ctx, patience, own, instances.Published{
		Message: bpmn.Message{
			Name:           request.MessageName,
			CorrelationKey: bpmn.CorrelationKey(request.CorrelationKey),
			Variables:      variablesOf(request.Variables),
			ID:             cmp.Or(request.MessageId, request.Context.RequestId),
		},
		RequestID: request.Context.RequestId,
		Digest:    digest,
	})
	if err != nil {
		return nil, err
	}
	answer := &processv1.PublishMessageResponse{}
	for _, taker := range takers {
		answer.Instances = append(answer.Instances, own.NameOf(taker.WorkflowID))
	}
	return answer, nil
}

// patiently looks for who takes a message, again and again.
func patiently(
	ctx context.Context,
	patience time.Duration,
	own instances.Own,
	message instances.Published,
) ([]instances.Taker, error) {
	last := time.Now().Add(patience)
	for pause := firstPause; ; pause = min(2*pause, mostPause) {
		taken, err := own.HandOver(ctx, message)
		if err != nil {
			return nil, err
		}
		begun, err := own.StartByMessage(ctx, message, taken)
		if err != nil {
			return nil, err
		}
		if takers := append(taken, begun...); len(takers) > 0 {
			return takers, nil
		}
		if time.Now().Add(pause).After(last) {
			return nil, nobodyWaits
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(pause):
		}
	}
}
