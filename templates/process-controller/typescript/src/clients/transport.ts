import type { Interceptor, Transport } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import { dependencies, type Address } from './dependencies.ts';

/** A service that this one depends on. */
export type Dependency = keyof typeof dependencies;

/**
 * The way to a service that this one depends on, for the client of its package:
 * `createAmeideClient(transportTo('orders', token))`.
 *
 * @param token - asked with every request, so that it may renew it
 * @throws Error where the environment does not say where the service is
 */
export function transportTo(
  dependency: Dependency,
  token: () => Promise<string>,
): Transport {
  const { ref, variable }: Address = dependencies[dependency];
  const baseUrl = process.env[variable];
  if (!baseUrl) throw new Error(`${variable} has to say where ${ref} is`);
  const withToken: Interceptor = next => async request => {
    request.header.set('authorization', `Bearer ${await token()}`);
    return next(request);
  };
  return createConnectTransport({
    baseUrl,
    httpVersion: '2',
    interceptors: [withToken],
  });
}
