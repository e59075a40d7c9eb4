// Package clients leads to the services that activities call.
package clients

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"connectrpc.com/connect"
)

// Address is a service that this one depends on: who it is in the catalog, and
// the variable that has its address.
type Address struct {
	Ref      string
	Variable string
}

// Transport is what a client of the service's package is made of:
// `client.NewAmeideClient(orders.HTTP, orders.URL, orders.Token)`.
type Transport struct {
	HTTP *http.Client
	URL  string
	// Token sends a token with every request.
	Token connect.ClientOption
}

// To is the way to a service that this one depends on; `token` is asked with
// every request, so that it may renew it. It is an error where nobody depends on
// the service, or where the environment does not say where it is.
func To(dependency string, token func(context.Context) (string, error)) (Transport, error) {
	return lead(Dependencies, dependency, token)
}

func lead(
	all map[string]Address,
	dependency string,
	token func(context.Context) (string, error),
) (Transport, error) {
	address, ok := all[dependency]
	if !ok {
		return Transport{}, fmt.Errorf("this service does not depend on %s", dependency)
	}
	url := os.Getenv(address.Variable)
	if url == "" {
		return Transport{}, fmt.Errorf("%s has to say where %s is", address.Variable, address.Ref)
	}
	return Transport{
		// all have its connections in common, however often an activity asks
		HTTP:  http.DefaultClient,
		URL:   url,
		Token: withToken(token),
	}, nil
}

func withToken(token func(context.Context) (string, error)) connect.ClientOption {
	return connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, request connect.AnyRequest) (connect.AnyResponse, error) {
			newest, err := token(ctx)
			if err != nil {
				return nil, connect.NewError(connect.CodeUnauthenticated, err)
			}
			request.Header().Set("authorization", "Bearer "+newest)
			return next(ctx, request)
		}
	}))
}
