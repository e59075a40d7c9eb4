import type { DomainModel } from '../model/model';
import { aligned } from '../go/aligned';
import { goName, goPackage, sdkModule } from '../go/names';

/** One client for all services of the controller. */
export function sdkGo(model: DomainModel): string {
  const { connect, connectPath } = goPackage(model, sdkModule(model));
  const services = model.aggregates.map(({ name, plural }) => ({
    field: goName(plural),
    type: goName(name),
  }));
  return `\
// Package client calls all services of the controller.
package client

import (
	"context"

	"connectrpc.com/connect"

	"${connectPath}"
)

// AmeideClient has clients of all services behind one address.
type AmeideClient struct {
${aligned(
  '\t',
  services.map(({ field, type }) => [field, `${connect}.${type}ServiceClient`]),
)}}

// NewAmeideClient makes the clients. WithToken is an option of it; others are
// those of connect, as connect.WithGRPC.
func NewAmeideClient(httpClient connect.HTTPClient, baseURL string, options ...connect.ClientOption) *AmeideClient {
	return &AmeideClient{
${aligned(
  '\t\t',
  services.map(({ field, type }) => [
    `${field}:`,
    `${connect}.New${type}ServiceClient(httpClient, baseURL, options...),`,
  ]),
)}	}
}

// WithToken sends a token with every request; token is asked each time, so that
// it may renew it.
func WithToken(token func(context.Context) (string, error)) connect.ClientOption {
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
`;
}
