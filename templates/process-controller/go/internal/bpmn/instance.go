package bpmn

import (
	"slices"
	"strconv"

	"go.temporal.io/sdk/workflow"
)

// Instance is one run of a process: where its tokens are, and what they wait for.
type Instance struct {
	// root is the context of the run; those of activities end before.
	root      workflow.Context
	processID string
	policies  Policies
	variables Variables
	tokens    []*TokenState
	// userTasks and incidents are open, in the order in which they were opened.
	userTasks []*openTask
	incidents []*openIncident
	inbox     inbox
	path      []string
	// entries count how often something was entered, for its keys.
	entries map[string]int
	// local are the job types that are done within the workflow's own task, or not.
	local map[string]bool
	ended string
	over  bool
	// working is how many jobs are under way.
	working int
	// shown are the marks that the server was told last.
	shown   []string
	telling bool
}

// Enter notes that a token comes to a node. It returns the key of this entry:
// the id of the node, with `:n` from its second entry on.
func (i *Instance) Enter(node Node) string {
	id := node.element().ID
	i.path = append(i.path, id)
	return i.keyOf(id, ":")
}

// End notes that a token ends.
func (i *Instance) End(event EndEvent) {
	i.Enter(event)
	i.ended = event.ID
}

// keyOf is unique in the instance.
func (i *Instance) keyOf(name, separator string) string {
	entry := name + separator
	i.entries[entry]++
	if nth := i.entries[entry]; nth > 1 {
		return entry + strconv.Itoa(nth)
	}
	return name
}

// stay notes that a token stays at an element, until the answer is called.
func (i *Instance) stay(element Element) (leave func()) {
	token := &TokenState{
		ElementID: element.ID,
		Name:      element.Name,
		Type:      element.kind,
		Since:     i.now(),
	}
	i.tokens = append(i.tokens, token)
	return func() { i.tokens = without(i.tokens, token) }
}

// without has all but one.
func without[T comparable](all []T, one T) []T {
	return slices.DeleteFunc(all, func(other T) bool { return other == one })
}

// now is the workflow's time.
func (i *Instance) now() string {
	return iso(workflow.Now(i.root))
}
