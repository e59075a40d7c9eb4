package integration

import (
	"slices"
	"testing"
	"time"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/structpb"

	processv1 "service/gen/ameide/process/v1"
	"service/gen/ameide/process/v1/processv1connect"
	"service/internal/bpmn"
	"service/test/support"
)

// quiet is how many turns without anything new say that it waits for time.
const quiet = 20

// cast is who takes part: somebody, a colleague, and somebody of another tenant.
type cast struct {
	own, colleague, stranger processv1connect.ProcessServiceClient
	log                      *support.Log
}

// done is what was done on the way.
type done struct {
	end                            *processv1.GetInstanceResponse
	userTasks, messages, incidents int
}

// drive takes an instance to its end by the API alone, or until it waits for time.
func (c cast) drive(t *testing.T, name string, path support.Path, of support.Case) (did done) {
	t.Helper()
	for turn := 0; ; turn++ {
		did.end = c.get(t, name)
		if did.end.Instance.State != processv1.InstanceState_INSTANCE_STATE_RUNNING || turn == quiet {
			return did
		}
		isLeft := func(task *processv1.UserTask) bool { return path.Leaves(task.ElementId) }
		tasks := slices.DeleteFunc(did.end.UserTasks, isLeft)
		switch {
		case len(did.end.Incidents) > 0:
			c.resolve(t, did.end.Incidents[0])
			did.incidents++
		case len(tasks) > 0:
			c.complete(t, tasks[0], of.Answers[tasks[0].ElementId])
			did.userTasks++
		case len(did.end.Subscriptions) > 0:
			c.publish(t, name, did.end.Subscriptions[0], of)
			did.messages++
		default:
			time.Sleep(100 * time.Millisecond)
			continue
		}
		turn = 0
	}
}

func (c cast) get(t *testing.T, name string) *processv1.GetInstanceResponse {
	t.Helper()
	now, err := c.own.GetInstance(t.Context(), &processv1.GetInstanceRequest{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	return now
}

// resolve: it is listed, and tried again.
func (c cast) resolve(t *testing.T, incident *processv1.Incident) {
	t.Helper()
	ctx := t.Context()
	support.Until(t, "the incident "+incident.Key+" in the list", func() bool {
		listed, err := c.own.ListIncidents(ctx, &processv1.ListIncidentsRequest{})
		must(t, err)
		return slices.ContainsFunc(listed.Incidents, func(one *processv1.Incident) bool {
			return one.Instance == incident.Instance && one.Key == incident.Key
		})
	})
	retry := func(by processv1connect.ProcessServiceClient) error {
		_, err := by.ResolveIncident(ctx, &processv1.ResolveIncidentRequest{
			Context:    support.NewContext(),
			Instance:   incident.Instance,
			Key:        incident.Key,
			Resolution: processv1.Resolution_RESOLUTION_RETRY,
		})
		return err
	}
	support.WantCode(t, retry(c.stranger), connect.CodeNotFound)
	must(t, retry(c.own))
}

// publish: it gets to an instance of the tenant, and to none of another one.
func (c cast) publish(t *testing.T, name string, to *processv1.Subscription, of support.Case) {
	t.Helper()
	message := func(patience time.Duration) *processv1.PublishMessageRequest {
		return &processv1.PublishMessageRequest{
			Context:        support.NewContext(),
			MessageName:    to.MessageName,
			CorrelationKey: to.CorrelationKey,
			Variables:      structOf(t, of.Answers[to.ElementId]),
			Patience:       durationpb.New(patience),
		}
	}
	_, err := c.stranger.PublishMessage(t.Context(), message(200*time.Millisecond))
	support.WantCode(t, err, connect.CodeFailedPrecondition)
	taken, err := c.own.PublishMessage(t.Context(), message(5*time.Second))
	must(t, err)
	if !slices.Contains(taken.GetInstances(), name) {
		t.Errorf("%s did not take it, but %v", name, taken.GetInstances())
	}
}

func structOf(t *testing.T, variables bpmn.Variables) *structpb.Struct {
	t.Helper()
	made, err := structpb.NewStruct(variables)
	must(t, err)
	return made
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
