package bpmn

import "go.temporal.io/sdk/workflow"

// UserTask is work of a person.
type UserTask struct {
	ID, Name        string
	Assignee        string
	CandidateGroups []string
	CandidateUsers  []string
	// Priority is 0 to 100; the usual one where it is not given.
	Priority *int
	FormID   string
	// Answer says what is wrong with the variables that it is completed with;
	// Fits makes one of a type.
	Answer func(Variables) error
}

func (t UserTask) element() Element {
	return Element{ID: t.ID, Name: t.Name, kind: "userTask"}
}

// openTask waits until it has an answer.
type openTask struct {
	state    UserTaskState
	mustFit  func(Variables) error
	answered bool
	answer   Variables
}

func (t *openTask) key() string { return t.state.Key }

// work is open until the Update `completeUserTask` names its key.
func (t UserTask) work(ctx workflow.Context, i *Instance, key string) (Variables, error) {
	task := &openTask{mustFit: t.Answer, state: UserTaskState{
		Key:             key,
		ElementID:       t.ID,
		Name:            t.Name,
		Assignee:        t.Assignee,
		CandidateGroups: t.CandidateGroups,
		CandidateUsers:  t.CandidateUsers,
		Priority:        t.Priority,
		FormID:          t.FormID,
		OpenedAt:        i.now(),
	}}
	i.userTasks = append(i.userTasks, task)
	err := workflow.Await(ctx, func() bool { return task.answered })
	i.userTasks = without(i.userTasks, task)
	return task.answer, err
}
