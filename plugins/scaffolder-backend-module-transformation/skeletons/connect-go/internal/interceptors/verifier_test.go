package interceptors_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"

	"service/internal/caller"
	"service/internal/interceptors"
	"service/test/support"
)

func TestTokensSayWhoCalls(t *testing.T) {
	issuer := support.NewIssuer(t)
	got, err := issuer.Verify(t.Context(), issuer.Sign(t, jwt.MapClaims{
		"sub": "ada", "tenantId": "acme", "orgId": "sales", "scope": "a b",
	}))
	want := caller.Caller{Subject: "ada", TenantID: "acme", OrgID: "sales", Scopes: []string{"a", "b"}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

func TestTokensAreRefused(t *testing.T) {
	issuer := support.NewIssuer(t)
	for what, token := range map[string]string{
		"without a subject":          issuer.Sign(t, jwt.MapClaims{"sub": ""}),
		"without a tenant":           issuer.Sign(t, jwt.MapClaims{"tenantId": nil}),
		"with a tenant that is none": issuer.Sign(t, jwt.MapClaims{"tenantId": "a' OR 1=1"}),
		"of another issuer":          issuer.Sign(t, jwt.MapClaims{"iss": "https://other.test/"}),
		"for another audience":       issuer.Sign(t, jwt.MapClaims{"aud": "other"}),
		"that have expired":          issuer.Sign(t, jwt.MapClaims{"exp": 1}),
		"that never expire":          issuer.Sign(t, jwt.MapClaims{"exp": nil}),
		"of another key":             support.NewIssuer(t).Sign(t, nil),
		"that are none":              "x",
	} {
		t.Run(what, func(t *testing.T) {
			_, err := issuer.Verify(t.Context(), token)
			support.WantCode(t, err, connect.CodeUnauthenticated)
		})
	}
}

func TestTokensAreVerifiedByKeysThatAreFetched(t *testing.T) {
	issuer := support.NewIssuer(t)
	verify := verifierOf(t, func(response http.ResponseWriter, _ *http.Request) {
		_, _ = response.Write(issuer.Keys)
	})
	if _, err := verify(t.Context(), issuer.Sign(t, nil)); err != nil {
		t.Error(err)
	}
	_, err := verify(t.Context(), support.NewIssuer(t).Sign(t, nil))
	support.WantCode(t, err, connect.CodeUnauthenticated)
}

func TestTokensMayBeGoodWhereTheKeysCannotBeHad(t *testing.T) {
	token := support.NewIssuer(t).Sign(t, nil)
	for what, answer := range map[string]http.HandlerFunc{
		"an error": func(response http.ResponseWriter, _ *http.Request) {
			response.WriteHeader(http.StatusServiceUnavailable)
		},
		"no JSON": func(response http.ResponseWriter, _ *http.Request) {
			_, _ = response.Write([]byte("no JSON"))
		},
		"no keys": func(response http.ResponseWriter, _ *http.Request) {
			_, _ = response.Write([]byte(`{"no":"keys"}`))
		},
		"nothing": func(http.ResponseWriter, *http.Request) {
			panic(http.ErrAbortHandler)
		},
	} {
		t.Run(what, func(t *testing.T) {
			verify := verifierOf(t, answer)
			// the first asks the issuer again, the second does not
			for range 2 {
				_, err := verify(t.Context(), token)
				support.WantCode(t, err, connect.CodeUnavailable)
			}
			_, err := verify(t.Context(), "x")
			support.WantCode(t, err, connect.CodeUnauthenticated)
		})
	}
}

func verifierOf(t *testing.T, answer http.HandlerFunc) interceptors.Verify {
	t.Helper()
	issuer := httptest.NewServer(answer)
	t.Cleanup(issuer.Close)
	keys, err := interceptors.RemoteKeys(t.Context(), issuer.URL, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return interceptors.NewVerifier(support.TokenIssuer, support.TokenAudience, keys)
}
