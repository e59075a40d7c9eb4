package interceptors

import (
	"context"
	"errors"
	"regexp"
	"strings"

	"connectrpc.com/connect"
	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"

	"service/internal/caller"
)

// Verify says who a token belongs to.
type Verify func(ctx context.Context, token string) (caller.Caller, error)

// tenant becomes part of names, and of what keeps tenants apart.
var tenant = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`)

type claims struct {
	jwt.RegisteredClaims
	TenantID string `json:"tenantId"`
	OrgID    string `json:"orgId"`
	Scope    string `json:"scope"`
}

// Validate is called by the parser, beside its own checks.
func (c claims) Validate() error {
	if c.Subject == "" || !tenant.MatchString(c.TenantID) {
		return errors.New("it has no subject or no tenant")
	}
	return nil
}

// NewVerifier verifies tokens against the issuer's keys. Its function says
// `unauthenticated`, and not what was wrong with the token, or `unavailable`
// where the keys cannot be had.
func NewVerifier(issuer, audience string, keys keyfunc.Keyfunc) Verify {
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{"RS256", "ES256", "EdDSA"}),
		jwt.WithIssuer(issuer),
		jwt.WithAudience(audience),
		jwt.WithExpirationRequired(),
	)
	return func(ctx context.Context, token string) (caller.Caller, error) {
		var found claims
		failed := false
		ctx = context.WithValue(ctx, fetchKey{}, &failed)
		_, err := parser.ParseWithClaims(token, &found, keys.KeyfuncCtx(ctx))
		switch {
		case err == nil:
			return caller.Caller{
				Subject:  found.Subject,
				TenantID: found.TenantID,
				OrgID:    found.OrgID,
				Scopes:   strings.Fields(found.Scope),
			}, nil
		case errors.Is(err, jwt.ErrTokenUnverifiable) && (failed || hasNone(ctx, keys)):
			// that says nothing of the token, and another try may succeed
			return caller.Caller{}, connect.NewError(connect.CodeUnavailable, errors.New("cannot sign in now"))
		default:
			return caller.Caller{}, connect.NewError(connect.CodeUnauthenticated, errors.New("the token is not valid"))
		}
	}
}

func hasNone(ctx context.Context, keys keyfunc.Keyfunc) bool {
	all, err := keys.Storage().KeyReadAll(ctx)
	return err != nil || len(all) == 0
}
