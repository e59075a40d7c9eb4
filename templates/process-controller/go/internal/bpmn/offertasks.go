package bpmn

import (
	"maps"

	"go.temporal.io/sdk/workflow"
)

// UserTaskAssignment is what the Updates `claimUserTask` and `assignUserTask`
// take; `unclaimUserTask` takes it without an assignee.
type UserTaskAssignment struct {
	Key      string `json:"key"`
	Assignee string `json:"assignee,omitempty"`
}

// UserTaskCompletion is what the Updates `completeUserTask` and `saveUserTask` take.
type UserTaskCompletion struct {
	Key       string    `json:"key"`
	Variables Variables `json:"variables,omitempty"`
	// By is who completed the task; it goes to the log and the history.
	By string `json:"by,omitempty"`
}

// tasks are those of an instance, as people see them. Validators refuse what
// cannot be, before it is in the history.
type tasks struct {
	*Instance
}

func (t tasks) find(key string) (*openTask, error) {
	return find(t.userTasks, "user task", key)
}

func (t tasks) assign(_ workflow.Context, to UserTaskAssignment) error {
	task, err := t.find(to.Key)
	if err != nil {
		return err
	}
	task.state.Assignee = to.Assignee
	return nil
}

func (t tasks) mayClaim(to UserTaskAssignment) error {
	task, err := t.find(to.Key)
	if err != nil {
		return err
	}
	if to.Assignee == "" {
		return refusal(Invalid, "Say who claims the task")
	}
	if has := task.state.Assignee; has != "" && has != to.Assignee {
		return refusal(Assigned, "The task %s is assigned to %s; it has to be unclaimed or assigned", to.Key, has)
	}
	return nil
}

func (t tasks) mayAssign(to UserTaskAssignment) error {
	if _, err := t.find(to.Key); err != nil {
		return err
	}
	if to.Assignee == "" {
		return refusal(Invalid, "Say to whom the task is assigned")
	}
	return nil
}

func (t tasks) unclaim(ctx workflow.Context, of UserTaskAssignment) error {
	return t.assign(ctx, UserTaskAssignment{Key: of.Key})
}

func (t tasks) mayUnclaim(of UserTaskAssignment) error {
	_, err := t.find(of.Key)
	return err
}

func (t tasks) save(_ workflow.Context, with UserTaskCompletion) error {
	task, err := t.find(with.Key)
	if err != nil {
		return err
	}
	task.state.Draft = joined(task.state.Draft, with.Variables)
	return nil
}

// complete takes the task off the list at once, so that a second answer is refused.
func (t tasks) complete(ctx workflow.Context, with UserTaskCompletion) error {
	task, err := t.find(with.Key)
	if err != nil {
		return err
	}
	workflow.GetLogger(ctx).Info("User task completed", "key", with.Key, "by", with.By)
	t.userTasks = without(t.userTasks, task)
	task.answer = joined(task.state.Draft, with.Variables)
	task.answered = true
	return nil
}

func (t tasks) mayComplete(with UserTaskCompletion) error {
	task, err := t.find(with.Key)
	if err != nil || task.mustFit == nil {
		return err
	}
	if err := task.mustFit(with.Variables); err != nil {
		return refusal(Invalid, "The answer of the task %s does not fit: %s", with.Key, err)
	}
	return nil
}

func joined(draft, variables Variables) Variables {
	all := Variables{}
	maps.Copy(all, draft)
	maps.Copy(all, variables)
	return all
}
