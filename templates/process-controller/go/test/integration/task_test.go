package integration

import (
	"slices"
	"testing"

	"connectrpc.com/connect"

	processv1 "service/gen/ameide/process/v1"
	"service/gen/ameide/process/v1/processv1connect"
	"service/internal/bpmn"
	"service/test/support"
)

// complete: it is listed; a colleague cannot take what is claimed; the same
// answer again changes nothing.
func (c cast) complete(t *testing.T, task *processv1.UserTask, variables bpmn.Variables) {
	t.Helper()
	ctx := t.Context()
	instance, key := task.Instance, task.Key
	support.Until(t, "the task "+key+" in the list", func() bool {
		listed, err := c.own.ListUserTasks(ctx, &processv1.ListUserTasksRequest{})
		must(t, err)
		return slices.ContainsFunc(listed.UserTasks, func(one *processv1.UserTask) bool {
			return one.Instance == instance && one.Key == key && one.ElementId == task.ElementId
		})
	})
	other, err := c.stranger.ListUserTasks(ctx, &processv1.ListUserTasksRequest{})
	must(t, err)
	if len(other.UserTasks) > 0 {
		t.Errorf("another tenant sees %v", other.UserTasks)
	}
	claim := func(by processv1connect.ProcessServiceClient) error {
		_, err := by.ClaimUserTask(ctx, &processv1.ClaimUserTaskRequest{
			Context: support.NewContext(), Instance: instance, Key: key,
		})
		return err
	}
	unclaim := func(by processv1connect.ProcessServiceClient) error {
		_, err := by.UnclaimUserTask(ctx, &processv1.UnclaimUserTaskRequest{
			Context: support.NewContext(), Instance: instance, Key: key,
		})
		return err
	}
	answer := &processv1.CompleteUserTaskRequest{
		Context: support.NewContext(), Instance: instance, Key: key, Variables: structOf(t, variables),
	}
	support.WantCode(t, claim(c.stranger), connect.CodeNotFound)
	must(t, claim(c.own))
	if claimed := c.get(t, instance).UserTasks; len(claimed) == 0 || claimed[0].Assignee != "somebody" {
		t.Errorf("unexpected tasks %v", claimed)
	}
	for _, others := range []*processv1.ListUserTasksRequest{{Assignee: "colleague"}, {CandidateGroup: "nobody's"}} {
		listed, err := c.own.ListUserTasks(ctx, others)
		must(t, err)
		if len(listed.UserTasks) > 0 {
			t.Errorf("%v: unexpected tasks %v", others, listed.UserTasks)
		}
	}
	support.WantCode(t, claim(c.colleague), connect.CodeFailedPrecondition)
	support.WantCode(t, unclaim(c.colleague), connect.CodeFailedPrecondition)
	_, err = c.colleague.CompleteUserTask(ctx, answer)
	support.WantCode(t, err, connect.CodeFailedPrecondition)
	must(t, unclaim(c.own))
	must(t, claim(c.own))
	for range 2 {
		_, err = c.own.CompleteUserTask(ctx, answer)
		must(t, err)
	}
	c.wantLogged(t, task)
}

// wantLogged fails the test where the log of the worker does not say whose task
// it was, and in which trace.
func (c cast) wantLogged(t *testing.T, task *processv1.UserTask) {
	t.Helper()
	line := c.log.Last("msg", "User task completed")
	for key, want := range map[string]any{"tenant_id": "acme", "key": task.Key, "by": "somebody"} {
		if line[key] != want {
			t.Errorf("%s is %v, want %v", key, line[key], want)
		}
	}
	if trace, _ := line["trace_id"].(string); len(trace) != 32 {
		t.Errorf("unexpected trace in %v", line)
	}
}
