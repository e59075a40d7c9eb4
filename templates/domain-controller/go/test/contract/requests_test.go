package contract

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"connectrpc.com/connect"
	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"

	"service/test/support"
)

func (s suite[M]) doesOnce(t *testing.T) {
	id := uuid.NewString()
	var answers [3]M
	var errs [3]error
	var calls sync.WaitGroup
	for i := range answers {
		calls.Go(func() { answers[i], errs[i] = s.acme.create(t.Context(), id, s.first) })
	}
	calls.Wait()
	for i, answer := range answers {
		if errs[i] != nil || !proto.Equal(answer, answers[0]) {
			t.Fatalf("got %v, %v, want %v", answer, errs[i], answers[0])
		}
	}
	rows := s.running.Query(t, `SELECT FROM "`+s.table+`" WHERE id = $1`, idOf(answers[0].GetName()))
	if len(rows) != 1 {
		t.Errorf("it was done %d times", len(rows))
	}
	if !proto.Equal(s.first, s.second) {
		_, err := s.acme.create(t.Context(), id, s.second)
		support.WantCode(t, err, connect.CodeFailedPrecondition)
	}
}

func (s suite[M]) doesAgainWhatFailed(t *testing.T) {
	id := uuid.NewString()
	absent := "tenants/acme/" + s.collection + "/00000000-0000-7000-8000-000000000000"
	for range 2 {
		support.WantCode(t, s.acme.delete(t.Context(), id, absent, ""), connect.CodeNotFound)
	}
	if rows := s.running.Query(t, "SELECT FROM idempotency_keys WHERE request_id = $1", id); len(rows) != 0 {
		t.Error("the request is kept")
	}
}

func (s suite[M]) tellsWhatHappened(t *testing.T) {
	name := s.make(t, s.acme).GetName()
	if _, err := s.acme.update(t.Context(), uuid.NewString(), withName(s.second, name, "")); err != nil {
		t.Fatal(err)
	}
	if err := s.acme.delete(t.Context(), uuid.NewString(), name, ""); err != nil {
		t.Fatal(err)
	}
	want := []string{s.prefix + "Created", s.prefix + "Updated", s.prefix + "Deleted"}
	if got := s.eventsOf(t, name); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// eventsOf are the types of all events of a resource, which are of its tenant.
func (s suite[M]) eventsOf(t *testing.T, name string) []string {
	t.Helper()
	var types []string
	for _, row := range s.running.Query(t,
		"SELECT type, tenant_id FROM outbox WHERE subject = $1 ORDER BY sequence", name) {
		if row["tenant_id"] != "acme" {
			t.Errorf("an event is of tenant %v", row["tenant_id"])
		}
		types = append(types, row["type"].(string))
	}
	return types
}

// idOf is the last part of a name.
func idOf(name string) string {
	return name[strings.LastIndex(name, "/")+1:]
}
