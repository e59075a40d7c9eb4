package integration

import (
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/identity"
	"service/test/support"
)

func (s suite) listsInPages(t *testing.T) {
	ctx := t.Context()
	_, first := s.start(t)
	_, second := s.start(t)
	support.Until(t, "both instances", func() bool {
		seen := map[string]bool{}
		request := &processv1.ListInstancesRequest{PageSize: 1}
		for {
			page, err := s.own.ListInstances(ctx, request)
			must(t, err)
			if len(page.Instances) > 1 {
				t.Fatalf("a page of one has %v", page.Instances)
			}
			for _, one := range page.Instances {
				if seen[one.Name] {
					t.Fatalf("%s is there twice", one.Name)
				}
				seen[one.Name] = true
			}
			if request.PageToken = page.NextPageToken; request.PageToken == "" {
				return seen[first.Name] && seen[second.Name]
			}
		}
	})
	page, err := s.own.ListInstances(ctx, &processv1.ListInstancesRequest{PageSize: 1})
	must(t, err)
	_, err = s.own.ListUserTasks(ctx, &processv1.ListUserTasksRequest{PageToken: page.NextPageToken})
	support.WantCode(t, err, connect.CodeInvalidArgument)
	_, err = s.stranger.ListInstances(ctx, &processv1.ListInstancesRequest{PageToken: page.NextPageToken})
	support.WantCode(t, err, connect.CodeInvalidArgument)
	_, err = s.own.ListInstances(ctx, &processv1.ListInstancesRequest{PageToken: "nonsense"})
	support.WantCode(t, err, connect.CodeInvalidArgument)
}

func (s suite) listsByState(t *testing.T) {
	for _, state := range []processv1.InstanceState{running, completed} {
		listed, err := s.own.ListInstances(t.Context(), &processv1.ListInstancesRequest{State: state})
		must(t, err)
		for _, one := range listed.Instances {
			if one.State != state {
				t.Errorf("%s is %s", one.Name, one.State)
			}
		}
	}
}

func (s suite) refuses(t *testing.T) {
	ctx := t.Context()
	for _, request := range []*processv1.StartInstanceRequest{
		{},
		{Context: &processv1.RequestContext{RequestId: "x"}},
		{Context: support.NewContext(), ProcessId: "None"},
		{Context: support.NewContext(), InstanceId: "a' OR"},
	} {
		_, err := s.own.StartInstance(ctx, request)
		support.WantCode(t, err, connect.CodeInvalidArgument)
	}
	_, err := s.own.GetInstance(ctx, &processv1.GetInstanceRequest{Name: "tenants/' OR ''='/instances/1"})
	support.WantCode(t, err, connect.CodeInvalidArgument)
	_, err = s.own.ListInstances(ctx, &processv1.ListInstancesRequest{PageSize: -1})
	support.WantCode(t, err, connect.CodeInvalidArgument)
	_, err = s.own.PublishMessage(ctx, &processv1.PublishMessageRequest{Context: support.NewContext()})
	support.WantCode(t, err, connect.CodeInvalidArgument)
	_, err = s.own.ResolveIncident(ctx, &processv1.ResolveIncidentRequest{
		Context: support.NewContext(), Instance: "tenants/acme/instances/1", Key: "x",
	})
	support.WantCode(t, err, connect.CodeInvalidArgument)
}

func (s suite) findsNothing(t *testing.T) {
	ctx := t.Context()
	for _, id := range []string{"none", "' OR ''='"} {
		_, err := s.own.GetInstance(ctx, &processv1.GetInstanceRequest{Name: "tenants/acme/instances/" + id})
		support.WantCode(t, err, connect.CodeNotFound)
	}
	_, instance := s.start(t)
	_, err := s.own.ClaimUserTask(ctx, &processv1.ClaimUserTaskRequest{
		Context: support.NewContext(), Instance: instance.Name, Key: "none",
	})
	// a process without waits may have ended meanwhile
	if connect.CodeOf(err) != connect.CodeFailedPrecondition {
		support.WantCode(t, err, connect.CodeNotFound)
	}
}

func (s suite) wantsScopes(t *testing.T) {
	ctx := t.Context()
	_, err := s.AsNobody().ListInstances(ctx, &processv1.ListInstancesRequest{})
	support.WantCode(t, err, connect.CodeUnauthenticated)
	reader := s.As(t, jwt.MapClaims{"scope": identity.ReadScope})
	_, err = reader.ListInstances(ctx, &processv1.ListInstancesRequest{})
	must(t, err)
	_, err = reader.StartInstance(ctx, &processv1.StartInstanceRequest{Context: support.NewContext()})
	support.WantCode(t, err, connect.CodePermissionDenied)
}
