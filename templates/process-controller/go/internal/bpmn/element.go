package bpmn

// Element is a node of the drawing: its id and name are those that it has there.
type Element struct {
	ID   string
	Name string
	kind string
}

// Node is whatever a token enters.
type Node interface {
	element() Element
}

// StartEvent is where an instance begins.
type StartEvent struct {
	ID, Name string
}

func (e StartEvent) element() Element {
	return Element{ID: e.ID, Name: e.Name, kind: "startEvent"}
}

// EndEvent is where a token ends.
type EndEvent struct {
	ID, Name string
}

func (e EndEvent) element() Element {
	return Element{ID: e.ID, Name: e.Name, kind: "endEvent"}
}

// ExclusiveGateway lets a token out on one of its flows, or merges flows.
type ExclusiveGateway struct {
	ID, Name string
}

func (g ExclusiveGateway) element() Element {
	return Element{ID: g.ID, Name: g.Name, kind: "exclusiveGateway"}
}

// ParallelGateway makes a token of each of its flows, or one of all of them.
type ParallelGateway struct {
	ID, Name string
}

func (g ParallelGateway) element() Element {
	return Element{ID: g.ID, Name: g.Name, kind: "parallelGateway"}
}
