package contract

import (
	"slices"
	"testing"

	"connectrpc.com/connect"
	"github.com/google/uuid"

	"service/test/support"
)

// leads takes one through a command from each state where it may, and sees that
// it is refused from the others.
func (s suite[M]) leads(t *testing.T, name string, command command) {
	made := s.make(t, s.acme)
	call := s.acme.commands[name]
	states := fieldOf(made, "state").Enum().Values()
	// the first is the one that says nothing
	for i := 1; i < states.Len(); i++ {
		state := string(states.Get(i).Name())
		s.running.Query(t, `UPDATE "`+s.table+`" SET state = $1 WHERE id = $2`, state, idOf(made.GetName()))
		done, err := call(t.Context(), uuid.NewString(), made.GetName())
		if !slices.Contains(command.from, state) {
			support.WantCode(t, err, connect.CodeFailedPrecondition)
			continue
		}
		if err != nil || stateOf(done) != command.to {
			t.Fatalf("got %v, %v from %s", done, err, state)
		}
		events := s.eventsOf(t, made.GetName())
		if last := events[len(events)-1]; last != command.event {
			t.Errorf("it told of %s", last)
		}
	}
	_, err := s.other.commands[name](t.Context(), uuid.NewString(), made.GetName())
	support.WantCode(t, err, connect.CodeNotFound)
}
