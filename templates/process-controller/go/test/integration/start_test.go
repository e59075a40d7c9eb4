package integration

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"connectrpc.com/connect"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
	"service/internal/identity"
	"service/test/support"
)

func workflowIDOf(name string) string {
	id := name[strings.LastIndex(name, "/")+1:]
	return fmt.Sprintf("acme:%s:%s", identity.ControllerName, id)
}

func (s suite) startsForTheFactory(t *testing.T) {
	_, instance := s.start(t)
	query := fmt.Sprintf("AmeideTenant = 'acme' AND AmeideArtifact = '%s' AND AmeideRevision = 3", identity.Artifact)
	support.Until(t, "the instance", func() bool {
		return slices.Contains(s.Find(t, query), workflowIDOf(instance.Name))
	})
}

func (s suite) startsByMessage(t *testing.T) {
	for _, key := range []string{"it's key 1", ""} {
		request := &processv1.PublishMessageRequest{
			Context: support.NewContext(), MessageName: byMessage.Messages[0], CorrelationKey: key,
		}
		first, err := s.own.PublishMessage(t.Context(), request)
		must(t, err)
		again, err := s.own.PublishMessage(t.Context(), request)
		must(t, err)
		if len(first.Instances) != 1 || !slices.Equal(again.Instances, first.Instances) {
			t.Errorf("got %v, then %v", first.Instances, again.Instances)
		}
		if got := s.get(t, first.Instances[0]).Instance.ProcessId; got != byMessage.ID {
			t.Errorf("got %s, want %s", got, byMessage.ID)
		}
	}
}

func (s suite) startsOnce(t *testing.T) {
	request, instance := s.start(t)
	again, err := s.own.StartInstance(t.Context(), request)
	must(t, err)
	if again.Instance.Name != instance.Name {
		t.Errorf("got %s, want %s", again.Instance.Name, instance.Name)
	}
	request.Variables = structOf(t, bpmn.Variables{"other": true})
	_, err = s.own.StartInstance(t.Context(), request)
	support.WantCode(t, err, connect.CodeAlreadyExists)
}

func (s suite) startsOneOfAnID(t *testing.T) {
	request, _ := s.start(t)
	request.InstanceId = "order-1"
	first, err := s.own.StartInstance(t.Context(), request)
	must(t, err)
	if first.Instance.Name != "tenants/acme/instances/order-1" {
		t.Errorf("unexpected name %s", first.Instance.Name)
	}
	request.Context = support.NewContext()
	_, err = s.own.StartInstance(t.Context(), request)
	support.WantCode(t, err, connect.CodeAlreadyExists)
}

func (s suite) cancels(t *testing.T) {
	_, instance := s.start(t)
	for range 2 {
		s.cancel(t, instance.Name)
	}
	var end processv1.InstanceState
	support.Until(t, "the end", func() bool {
		end = s.get(t, instance.Name).Instance.State
		return end != running
	})
	if end != cancelled && end != completed {
		t.Errorf("unexpected end %s", end)
	}
}

func (s suite) showsNothing(t *testing.T) {
	_, instance := s.start(t)
	ctx := t.Context()
	for _, name := range []string{instance.Name, strings.Replace(instance.Name, "/acme/", "/other/", 1)} {
		_, err := s.stranger.GetInstance(ctx, &processv1.GetInstanceRequest{Name: name})
		support.WantCode(t, err, connect.CodeNotFound)
		_, err = s.stranger.CancelInstance(ctx, &processv1.CancelInstanceRequest{
			Context: support.NewContext(), Name: name,
		})
		support.WantCode(t, err, connect.CodeNotFound)
	}
	listed, err := s.stranger.ListInstances(ctx, &processv1.ListInstancesRequest{})
	must(t, err)
	if len(listed.Instances) > 0 {
		t.Errorf("another tenant sees %v", listed.Instances)
	}
}
