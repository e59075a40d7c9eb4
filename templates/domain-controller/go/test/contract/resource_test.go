package contract

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"

	"service/test/support"
)

func (s suite[M]) makesOne(t *testing.T) {
	made := s.make(t, s.acme)
	name := regexp.MustCompile("^tenants/acme/" + s.collection + "/[0-9a-f-]{36}$")
	if !name.MatchString(made.GetName()) || made.GetEtag() == "" {
		t.Errorf("unexpected name %s, etag %s", made.GetName(), made.GetEtag())
	}
	for _, time := range []string{"create_time", "update_time"} {
		if !made.ProtoReflect().Has(fieldOf(made, time)) {
			t.Errorf("it has no %s", time)
		}
	}
	wantContent(t, made, s.first)
	read, err := s.acme.get(t.Context(), made.GetName())
	if err != nil || !proto.Equal(read, made) {
		t.Errorf("got %v, %v, want %v", read, err, made)
	}
}

func (s suite[M]) listsPages(t *testing.T) {
	client := s.as(t, jwt.MapClaims{"tenantId": "pages"})
	var made, found []string
	for range 5 {
		made = append(made, s.make(t, client).GetName())
	}
	for token, more := "", true; more; more = token != "" {
		items, next, err := client.list(t.Context(), 2, token)
		if err != nil || len(items) > 2 {
			t.Fatalf("got %d items, %v", len(items), err)
		}
		for _, item := range items {
			found = append(found, item.GetName())
		}
		token = next
	}
	if !slices.Equal(found, made) {
		t.Errorf("got %v, want %v", found, made)
	}
	_, _, err := client.list(t.Context(), 0, "no token")
	support.WantCode(t, err, connect.CodeInvalidArgument)
}

func (s suite[M]) changesWhatIsNamed(t *testing.T) {
	made := s.make(t, s.acme)
	name, etag := made.GetName(), made.GetEtag()
	changed, err := s.acme.update(t.Context(), uuid.NewString(), withName(s.second, name, etag), s.masked)
	if err != nil {
		t.Fatal(err)
	}
	if changed.GetEtag() == etag {
		t.Error("its etag is the same")
	}
	wantContent(t, changed, with(s.first, s.second, s.masked))
	all, err := s.acme.update(t.Context(), uuid.NewString(), withName(s.second, name, ""))
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, all, s.second)
	_, err = s.acme.update(t.Context(), uuid.NewString(), withName(s.second, name, ""), "etag")
	support.WantCode(t, err, connect.CodeInvalidArgument)
}

func (s suite[M]) keepsWhatIsNewer(t *testing.T) {
	made := s.make(t, s.acme)
	old := withName(s.second, made.GetName(), made.GetEtag())
	if _, err := s.acme.update(t.Context(), uuid.NewString(), old); err != nil {
		t.Fatal(err)
	}
	_, err := s.acme.update(t.Context(), uuid.NewString(), old)
	support.WantCode(t, err, connect.CodeAborted)
	err = s.acme.delete(t.Context(), uuid.NewString(), made.GetName(), made.GetEtag())
	support.WantCode(t, err, connect.CodeAborted)
}

func (s suite[M]) deletes(t *testing.T) {
	made := s.make(t, s.acme)
	if err := s.acme.delete(t.Context(), uuid.NewString(), made.GetName(), made.GetEtag()); err != nil {
		t.Fatal(err)
	}
	_, err := s.acme.get(t.Context(), made.GetName())
	support.WantCode(t, err, connect.CodeNotFound)
	err = s.acme.delete(t.Context(), uuid.NewString(), made.GetName(), "")
	support.WantCode(t, err, connect.CodeNotFound)
}

func (s suite[M]) refusesWhatDoesNotFit(t *testing.T) {
	refused := func(err error, where string) {
		t.Helper()
		support.WantCode(t, err, connect.CodeInvalidArgument)
		if err != nil && !strings.Contains(err.Error(), where) {
			t.Errorf("it does not speak of %s: %v", where, err)
		}
	}
	_, err := s.acme.create(t.Context(), "", s.first)
	refused(err, "context")
	_, err = s.acme.create(t.Context(), "x", s.first)
	refused(err, "request_id")
	_, err = s.acme.get(t.Context(), "x' OR 1=1 --")
	support.WantCode(t, err, connect.CodeInvalidArgument)
	for _, violation := range s.violations {
		input := proto.CloneOf(s.first)
		_, field, _ := strings.Cut(violation.field, ".")
		set(input, field, violation.value)
		_, err := s.acme.create(t.Context(), uuid.NewString(), input)
		refused(err, violation.field)
	}
}
