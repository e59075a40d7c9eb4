import { MemoryStore, type Options } from 'express-rate-limit';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Author } from '../artifacts/context';

const WINDOW_MS = 60_000;

/** How many changes a minute are taken, by this backend. */
export interface WriteLimits {
  perUser: number;
  perTenant: number;
}

/**
 * Somebody changes more than is taken. Its name stays that of a
 * ServiceUnavailableError: MCP tells an agent of errors with known names alone.
 */
export class TooManyWritesError extends ServiceUnavailableError {
  constructor(
    who: string,
    limit: number,
    /** Seconds to wait. */
    readonly retryAfter: number,
  ) {
    super(
      `${who} made more than ${limit} changes within a minute; wait ${retryAfter} s and give the same command again`,
    );
  }
}

/**
 * Counts a change of somebody.
 *
 * @throws TooManyWritesError
 */
export type LimitWrites = (author: Author) => Promise<void>;

/** Counts changes of users and of tenants, by any way they come. Backstage's own limit counts addresses. */
export function createLimitWrites(limits: WriteLimits): LimitWrites {
  const users = counter();
  const tenants = counter();
  const count = async (store: MemoryStore, who: string, limit: number) => {
    const { totalHits, resetTime } = await store.increment(who);
    if (totalHits <= limit) return;
    const wait = (resetTime!.getTime() - Date.now()) / 1000;
    throw new TooManyWritesError(who, limit, Math.max(1, Math.ceil(wait)));
  };
  return async ({ tenant, userEntityRef }) => {
    await count(users, userEntityRef, limits.perUser);
    await count(tenants, `The tenant ${tenant}`, limits.perTenant);
  };
}

function counter(): MemoryStore {
  const store = new MemoryStore();
  store.init({ windowMs: WINDOW_MS } as Options);
  return store;
}
