package integration

import (
	"strings"
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"

	processv1 "service/gen/ameide/process/v1"
	"service/internal/bpmn"
	"service/test/support"
)

const (
	running   = processv1.InstanceState_INSTANCE_STATE_RUNNING
	completed = processv1.InstanceState_INSTANCE_STATE_COMPLETED
	cancelled = processv1.InstanceState_INSTANCE_STATE_CANCELLED
)

// suite is the API, and who calls it.
type suite struct {
	*support.Service
	cast
	drawn bpmn.Process
	// usual are variables that an instance is started with.
	usual bpmn.Variables
}

func TestAPI(t *testing.T) {
	service := support.NewService(t)
	s := suite{Service: service, cast: cast{
		own:       service.As(t, nil),
		colleague: service.As(t, jwt.MapClaims{"sub": "colleague"}),
		stranger:  service.As(t, jwt.MapClaims{"tenantId": "other"}),
		log:       service.Log,
	}}
	var paths []support.Path
	s.drawn, paths = support.ReadPaths(t)
	cases := support.ReadCases(t)
	for _, path := range paths {
		t.Run("takes an instance along "+path.Name, func(t *testing.T) { s.takes(t, path, cases[path.Name]) })
		s.usual = cases[path.Name].Variables
	}
	t.Run("starts instances that the factory finds", s.startsForTheFactory)
	t.Run("starts instances by messages, once", s.startsByMessage)
	t.Run("starts one instance for one request", s.startsOnce)
	t.Run("starts one instance of an id", s.startsOneOfAnID)
	t.Run("cancels an instance", s.cancels)
	t.Run("shows nothing to another tenant", s.showsNothing)
	t.Run("lists in pages", s.listsInPages)
	t.Run("lists by state", s.listsByState)
	t.Run("refuses what is not valid", s.refuses)
	t.Run("finds nothing where nothing is", s.findsNothing)
	t.Run("wants a token with the scope of the method", s.wantsScopes)
	t.Run("logs whose request it was, and measures it", s.logs)
}

func (s suite) start(t *testing.T) (*processv1.StartInstanceRequest, *processv1.Instance) {
	t.Helper()
	request := &processv1.StartInstanceRequest{
		Context: support.NewContext(), ProcessId: s.drawn.ID, Variables: structOf(t, s.usual),
	}
	started, err := s.own.StartInstance(t.Context(), request)
	must(t, err)
	return request, started.Instance
}

// takes an instance through its user tasks, messages and incidents.
func (s suite) takes(t *testing.T, path support.Path, of support.Case) {
	s.usual = of.Variables
	s.Jobs.Follow(of)
	_, instance := s.start(t)
	started := s.Log.Last("rpc", "ameide.process.v1.ProcessService/StartInstance")
	if instance.ProcessId != s.drawn.ID || instance.State != running {
		t.Errorf("unexpected instance %v", instance)
	}
	did := s.drive(t, instance.Name, path, of)
	end := did.end.Instance
	t.Logf("%d user tasks, %d messages, %d incidents, %s", did.userTasks, did.messages, did.incidents, end.State)
	failed, traces := s.Jobs.Done()
	if did.incidents != failed {
		t.Errorf("%d jobs failed, and there were %d incidents", failed, did.incidents)
	}
	for _, trace := range traces {
		if trace == "" || trace != started["trace_id"] {
			t.Errorf("a job was in trace %q, not in %v", trace, started["trace_id"])
		}
	}
	if err := support.Replay(t, s.Temporal, workflowIDOf(instance.Name), s.drawn, support.OtherPolicies(s.drawn)); err != nil {
		t.Errorf("its past depends on policies: %v", err)
	}
	switch end.State {
	case completed:
		if end.EndTime == nil {
			t.Error("it does not say when it ended")
		}
	case running:
		if len(did.end.Tokens) == 0 {
			t.Error("it waits nowhere")
		}
		s.cancel(t, instance.Name)
	default:
		t.Errorf("unexpected end %s", end.State)
	}
}

func (s suite) cancel(t *testing.T, name string) {
	t.Helper()
	_, err := s.own.CancelInstance(t.Context(), &processv1.CancelInstanceRequest{
		Context: support.NewContext(), Name: name,
	})
	// one that waits for nothing may have ended meanwhile
	if err != nil {
		support.WantCode(t, err, connect.CodeFailedPrecondition)
	}
}

func (s suite) logs(t *testing.T) {
	s.start(t)
	line := s.Log.Last("rpc", "ameide.process.v1.ProcessService/StartInstance")
	for key, want := range map[string]any{
		"tenant_id":       "acme",
		"controller_type": "process-controller",
		"code":            "ok",
		"level":           "info",
	} {
		if line[key] != want {
			t.Errorf("%s is %v, want %v", key, line[key], want)
		}
	}
	if line["trace_id"] == nil {
		t.Error("it is in no trace")
	}
	for _, metric := range []string{"rpc_server_duration_count", "temporal_request"} {
		if !strings.Contains(s.Metrics(), metric) {
			t.Errorf("no metric %s", metric)
		}
	}
}
