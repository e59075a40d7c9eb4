package interceptors

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"

	"connectrpc.com/connect"

	"service/internal/caller"
	"service/internal/identity"
)

var bearer = regexp.MustCompile(`(?i)^Bearer (\S+)$`)

// authenticate takes caller and tenant from the token. Methods that are declared
// to change nothing need the scope to read, all others the scope to write.
func authenticate(verify Verify) connect.Interceptor {
	return around(func(ctx context.Context, call call, next func(context.Context) error) error {
		token := bearer.FindStringSubmatch(call.header.Get("authorization"))
		if token == nil {
			return connect.NewError(connect.CodeUnauthenticated,
				errors.New(`send a token as "authorization: Bearer TOKEN"`))
		}
		who, err := verify(ctx, token[1])
		if err != nil {
			return err
		}
		needed := identity.WriteScope
		if call.IdempotencyLevel == connect.IdempotencyNoSideEffects {
			needed = identity.ReadScope
		}
		if !slices.Contains(who.Scopes, needed) {
			return connect.NewError(connect.CodePermissionDenied,
				fmt.Errorf("the token lacks the scope %s", needed))
		}
		caller.Set(ctx, who)
		return next(ctx)
	})
}
