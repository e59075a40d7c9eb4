import { AsyncLocalStorage } from 'node:async_hooks';
import { Code, ConnectError } from '@connectrpc/connect';

/** Whoever calls, as the token says it. */
export interface Caller {
  subject: string;
  tenantId: string;
  orgId?: string;
  scopes: ReadonlySet<string>;
}

/** What is known of the request that is being served; filled by the interceptors. */
interface Scope {
  caller?: Caller;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs `serve` as a request of its own. */
export function inScope<T>(serve: () => T): T {
  return scopes.run({}, serve);
}

export function setCaller(caller: Caller): void {
  const scope = scopes.getStore();
  if (!scope) throw new Error('There is no request to set a caller of');
  scope.caller = caller;
}

export function findCaller(): Caller | undefined {
  return scopes.getStore()?.caller;
}

/** @throws ConnectError where nobody has signed in, so that no query runs without a tenant */
export function currentCaller(): Caller {
  const caller = findCaller();
  if (!caller) throw new ConnectError('sign in first', Code.Unauthenticated);
  return caller;
}
