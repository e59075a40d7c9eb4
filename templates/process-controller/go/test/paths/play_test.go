package paths

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/testsuite"
	"go.temporal.io/sdk/workflow"

	"service/internal/bpmn"
	"service/internal/policies"
	"service/internal/process"
	"service/test/support"
)

const (
	// pause is how much of the instance's time passes between two looks at it.
	pause = 10 * time.Minute
	// most is how long an instance may take.
	most = 60 * 24 * time.Hour
)

// player does what the case says, in the environment that skips time.
type player struct {
	t     *testing.T
	env   *testsuite.TestWorkflowEnvironment
	path  support.Path
	of    support.Case
	begun time.Time
}

// play takes an instance along a path, and returns what it has entered.
func play(t *testing.T, drawn bpmn.Process, path support.Path, of support.Case) []string {
	t.Helper()
	var suite testsuite.WorkflowTestSuite
	suite.SetLogger(support.Silent())
	env := suite.NewTestWorkflowEnvironment()
	env.SetStartWorkflowOptions(client.StartWorkflowOptions{ID: "test:test:1", TaskQueue: "test"})
	jobs, err := policies.Read(filepath.Join(support.Root, "policies.yaml"), process.All)
	if err != nil {
		t.Fatal(err)
	}
	env.RegisterWorkflowWithOptions(drawn.Workflow(jobs), workflow.RegisterOptions{Name: drawn.WorkflowType})
	for _, job := range drawn.Jobs {
		env.RegisterActivityWithOptions(
			func(ctx context.Context, _ bpmn.Variables) (bpmn.Variables, error) {
				return of.Answers[support.ElementOf(activity.GetInfo(ctx).ActivityID)], nil
			},
			activity.RegisterOptions{Name: job.JobType()},
		)
	}
	p := &player{t: t, env: env, path: path, of: of, begun: env.Now()}
	env.RegisterDelayedCallback(p.look, pause)
	env.ExecuteWorkflow(drawn.WorkflowType, of.Variables)
	if err := env.GetWorkflowError(); err != nil {
		t.Error(err)
	}
	return p.state().Path
}

// look answers what is open, and looks again later.
func (p *player) look() {
	if p.env.IsWorkflowCompleted() {
		return
	}
	state := p.state()
	if p.env.Now().Sub(p.begun) > most {
		p.t.Errorf("it waits at %s", waitingAt(state))
		p.env.CancelWorkflow()
		return
	}
	for _, incident := range state.Incidents {
		p.t.Errorf("%s: %s", incident.ElementID, incident.Message)
		p.update("resolveIncident", bpmn.IncidentResolution{Key: incident.Key, Action: bpmn.Fail})
	}
	for _, task := range state.UserTasks {
		if !p.path.Leaves(task.ElementID) {
			p.update("completeUserTask", bpmn.UserTaskCompletion{
				Key: task.Key, Variables: p.of.Answers[task.ElementID], By: "test",
			})
		}
	}
	for _, waiting := range state.Subscriptions {
		if !p.path.Leaves(waiting.ElementID) {
			p.env.SignalWorkflow("message", bpmn.Message{
				Name:           waiting.MessageName,
				CorrelationKey: bpmn.CorrelationKey(waiting.CorrelationKey),
				Variables:      p.of.Answers[waiting.ElementID],
			})
		}
	}
	p.env.RegisterDelayedCallback(p.look, pause)
}

func (p *player) update(name string, argument any) {
	refused := func(err error) { p.t.Errorf("%s: %s", name, err) }
	p.env.UpdateWorkflow(name, "", &testsuite.TestUpdateCallback{OnReject: refused}, argument)
}

func (p *player) state() (state bpmn.State) {
	p.t.Helper()
	answer, err := p.env.QueryWorkflow("state")
	if err == nil {
		err = answer.Get(&state)
	}
	if err != nil {
		p.t.Fatal(err)
	}
	return state
}

func waitingAt(state bpmn.State) string {
	var ids []string
	for _, token := range state.Tokens {
		ids = append(ids, token.ElementID)
	}
	return strings.Join(ids, ", ")
}
