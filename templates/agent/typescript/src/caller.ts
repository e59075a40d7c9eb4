import { AsyncLocalStorage } from 'node:async_hooks';
import { ApiError } from './errors.ts';

/** Whoever calls, as the token says it. */
export interface Caller {
  subject: string;
  tenantId: string;
  orgId?: string;
  scopes: ReadonlySet<string>;
  /** Goes on to the controllers that tools call, which decide by it. */
  token: string;
}

const callers = new AsyncLocalStorage<Caller>();

/** Does something in the name of a caller. */
export const asCaller = <T>(caller: Caller, work: () => T): T =>
  callers.run(caller, work);

/** Who calls; nobody outside of requests. */
export const findCaller = (): Caller | undefined => callers.getStore();

/** @throws ApiError where nobody has signed in, so that no tool is called for nobody */
export function currentCaller(): Caller {
  const caller = findCaller();
  if (!caller) throw new ApiError(401, 'unauthenticated', 'sign in first');
  return caller;
}
