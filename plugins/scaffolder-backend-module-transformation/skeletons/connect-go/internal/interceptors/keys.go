package interceptors

import (
	"context"
	"log/slog"
	"time"

	"github.com/MicahParks/keyfunc/v3"
	"golang.org/x/time/rate"
)

const (
	// keysTimeout is how long an issuer may take to answer.
	keysTimeout = 5 * time.Second
	// keysAge is how old keys become before they are fetched again.
	keysAge = 10 * time.Minute
	// keysPause lies between two fetches for a key that is not known, so that
	// nobody makes it ask the issuer all the time.
	keysPause = 10 * time.Second
)

// fetchKey is where a context says whether keys could not be fetched.
type fetchKey struct{}

// RemoteKeys fetches the keys of an issuer, and keeps them. It starts without
// them where they cannot be had yet.
func RemoteKeys(ctx context.Context, url string, logger *slog.Logger) (keyfunc.Keyfunc, error) {
	return keyfunc.NewDefaultOverrideCtx(ctx, []string{url}, keyfunc.Override{
		HTTPTimeout:       keysTimeout,
		RateLimitWaitMax:  keysTimeout,
		RefreshInterval:   keysAge,
		RefreshUnknownKID: rate.NewLimiter(rate.Every(keysPause), 1),
		RefreshErrorHandlerFunc: func(string) func(context.Context, error) {
			return func(ctx context.Context, err error) {
				if failed, ok := ctx.Value(fetchKey{}).(*bool); ok {
					*failed = true
				}
				logger.WarnContext(ctx, "keys of the issuer cannot be had", "err", err)
			}
		},
	})
}
