package contract

import (
	"strings"
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"

	"service/internal/identity"
	"service/test/support"
)

func (s suite[M]) keepsTenantsApart(t *testing.T) {
	made := s.make(t, s.acme)
	name := made.GetName()
	absent := strings.TrimSuffix(name, idOf(name)) + uuid.NewString()
	for _, asked := range []string{name, absent} {
		_, getting := s.other.get(t.Context(), asked)
		_, updating := s.other.update(t.Context(), uuid.NewString(), withName(s.second, asked, ""))
		deleting := s.other.delete(t.Context(), uuid.NewString(), asked, made.GetEtag())
		for _, err := range []error{getting, updating, deleting} {
			if err == nil || err.Error() != "not_found: there is none" {
				t.Errorf("unexpected error %v", err)
			}
		}
	}
	items, _, err := s.other.list(t.Context(), 0, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range items {
		if !strings.HasPrefix(item.GetName(), "tenants/other/") {
			t.Errorf("another tenant's is there: %s", item.GetName())
		}
	}
	kept, err := s.acme.get(t.Context(), name)
	if err != nil || kept.GetEtag() != made.GetEtag() {
		t.Errorf("got %v, %v, want %v", kept, err, made)
	}
}

func (s suite[M]) takesTenantFromToken(t *testing.T) {
	made, err := s.other.create(t.Context(), uuid.NewString(),
		withName(s.first, "tenants/acme/"+s.collection+"/x", ""))
	if err != nil || !strings.HasPrefix(made.GetName(), "tenants/other/") {
		t.Errorf("got %v, %v", made, err)
	}
}

func (s suite[M]) letsNobodyElseIn(t *testing.T) {
	nobody := s.client(s.running.HTTP, s.running.URL)
	_, _, err := nobody.list(t.Context(), 0, "")
	support.WantCode(t, err, connect.CodeUnauthenticated)
	reader := s.as(t, jwt.MapClaims{"scope": identity.ReadScope})
	if _, _, err := reader.list(t.Context(), 0, ""); err != nil {
		t.Error(err)
	}
	_, err = reader.create(t.Context(), uuid.NewString(), s.first)
	support.WantCode(t, err, connect.CodePermissionDenied)
}

func (s suite[M]) speaksGRPC(t *testing.T) {
	for _, protocol := range []connect.ClientOption{connect.WithGRPC(), connect.WithGRPCWeb()} {
		client := s.client(s.running.HTTP, s.running.URL, protocol, s.running.As(t, nil))
		wantContent(t, s.make(t, client), s.first)
		_, err := client.get(t.Context(), "x")
		support.WantCode(t, err, connect.CodeInvalidArgument)
	}
}
