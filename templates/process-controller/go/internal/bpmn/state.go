package bpmn

import "time"

// isoTime is how times are written everywhere in the state.
const isoTime = "2006-01-02T15:04:05.000Z"

func iso(at time.Time) string {
	return at.UTC().Format(isoTime)
}

// State is what the query `state` tells about an instance, running or ended.
type State struct {
	ProcessID string    `json:"processId"`
	Variables Variables `json:"variables"`
	// Tokens are where the instance stands.
	Tokens        []*TokenState       `json:"tokens"`
	UserTasks     []UserTaskState     `json:"userTasks"`
	Subscriptions []SubscriptionState `json:"subscriptions"`
	Signals       []struct{}          `json:"signals"`
	Incidents     []IncidentState     `json:"incidents"`
	AdHoc         []struct{}          `json:"adHoc"`
	// Path has the ids of the nodes in the order in which they were entered.
	Path []string `json:"path"`
	// Ended is the end event that was reached last, once the instance has ended.
	Ended string `json:"ended,omitempty"`
}

// TokenState is a place in the drawing where an instance is.
type TokenState struct {
	ElementID string `json:"elementId"`
	Name      string `json:"name,omitempty"`
	Type      string `json:"type"`
	Since     string `json:"since"`
}

// UserTaskState is a task that waits for a person.
type UserTaskState struct {
	Key             string   `json:"key"`
	ElementID       string   `json:"elementId"`
	Name            string   `json:"name"`
	Assignee        string   `json:"assignee,omitempty"`
	CandidateGroups []string `json:"candidateGroups,omitempty"`
	CandidateUsers  []string `json:"candidateUsers,omitempty"`
	DueDate         string   `json:"dueDate,omitempty"`
	Priority        *int     `json:"priority,omitempty"`
	FormID          string   `json:"formId,omitempty"`
	// Draft is what was saved and not yet completed.
	Draft    Variables `json:"draft,omitempty"`
	OpenedAt string    `json:"openedAt"`
}

// SubscriptionState is a message that is waited for.
type SubscriptionState struct {
	ElementID      string `json:"elementId"`
	MessageName    string `json:"messageName"`
	CorrelationKey string `json:"correlationKey"`
}

// IncidentState is a token that waits for an operator.
type IncidentState struct {
	Key       string `json:"key"`
	ElementID string `json:"elementId"`
	Message   string `json:"message"`
	// Skippable is false of a gateway: it can only be tried again, or fail.
	Skippable bool   `json:"skippable"`
	Since     string `json:"since"`
}

// state answers the query; its lists are never null.
func (i *Instance) state() (State, error) {
	state := State{
		ProcessID:     i.processID,
		Variables:     i.variables,
		Tokens:        append([]*TokenState{}, i.tokens...),
		UserTasks:     []UserTaskState{},
		Subscriptions: []SubscriptionState{},
		Signals:       []struct{}{},
		Incidents:     []IncidentState{},
		AdHoc:         []struct{}{},
		Path:          append([]string{}, i.path...),
	}
	for _, task := range i.userTasks {
		state.UserTasks = append(state.UserTasks, task.state)
	}
	for _, one := range i.inbox.subscriptions {
		state.Subscriptions = append(state.Subscriptions, one.SubscriptionState)
	}
	for _, incident := range i.incidents {
		state.Incidents = append(state.Incidents, incident.state)
	}
	if i.over {
		state.Ended = i.ended
	}
	return state, nil
}
