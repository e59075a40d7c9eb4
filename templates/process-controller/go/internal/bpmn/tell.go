package bpmn

import (
	"fmt"
	"slices"
	"strings"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

const (
	// mostMarks is how many the attribute holds: about two kilobytes.
	mostMarks = 100
	// mostLines is more than anybody reads.
	mostLines = 20
)

var openKey = temporal.NewSearchAttributeKeyKeywordList(OpenAttribute)

// tell lets the server know where the instance is, once this turn is over: in a
// coroutine of its own, which comes after all that move now, so that what opens
// and closes in one turn is one event.
func (i *Instance) tell() {
	if i.telling {
		return
	}
	i.telling = true
	workflow.Go(i.root, func(ctx workflow.Context) {
		i.telling = false
		if i.over || ctx.Err() != nil {
			return
		}
		workflow.SetCurrentDetails(ctx, i.details())
		i.show(ctx)
	})
}

// show tells what is open: tasks, incidents, and messages that are waited for.
// It is one event when something opens; what has closed is taken away with the
// next, at the latest when the instance only waits.
func (i *Instance) show(ctx workflow.Context) {
	now := i.marks()
	opened := slices.ContainsFunc(now, func(mark string) bool { return !slices.Contains(i.shown, mark) })
	closed := slices.ContainsFunc(i.shown, func(mark string) bool { return !slices.Contains(now, mark) })
	if !opened && (!closed || i.working > 0) {
		return
	}
	i.shown = now
	if err := workflow.UpsertTypedSearchAttributes(ctx, openKey.ValueSet(now)); err != nil {
		workflow.GetLogger(ctx).Error("What is open cannot be told", "err", err)
	}
}

func (i *Instance) marks() []string {
	marks := []string{}
	add := func(mark string) {
		if !slices.Contains(marks, mark) {
			marks = append(marks, mark)
		}
	}
	for _, task := range i.userTasks {
		add(TaskMark)
		add(TaskMark + ":" + task.state.ElementID)
	}
	for _, incident := range i.incidents {
		add(IncidentMark)
		add(IncidentMark + ":" + incident.state.ElementID)
	}
	for _, one := range i.inbox.subscriptions {
		add(MessageMark(one.MessageName, one.CorrelationKey))
	}
	if len(marks) > mostMarks {
		return append(marks[:mostMarks-1], ManyMark)
	}
	return marks
}

// details say in Temporal's own page where the tokens are; they are no event.
func (i *Instance) details() string {
	var lines []string
	for _, token := range i.tokens {
		line := fmt.Sprintf("- `%s`", token.ElementID)
		if token.Name != "" {
			line = fmt.Sprintf("- %s (`%s`)", token.Name, token.ElementID)
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	for _, incident := range i.incidents {
		lines = append(lines, fmt.Sprintf("- incident of `%s`: %s", incident.state.ElementID, incident.state.Message))
	}
	if more := len(lines) - mostLines; more > 0 {
		lines = append(lines[:mostLines], fmt.Sprintf("- and %d more", more))
	}
	return strings.Join(lines, "\n")
}
