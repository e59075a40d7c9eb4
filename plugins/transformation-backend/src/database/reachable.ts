import { ServiceUnavailableError } from '@backstage/errors';

/** Codes of Node and PostgreSQL that say that the database cannot be asked now. */
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|08\w{3}|57P0[1-5]|53300)$/;

/** What `pg` says without a code where a connection ended below a query. */
const ENDED =
  /Connection terminated|Connection ended|not queryable|Client was closed/i;

/**
 * Waits for an answer of the database. Where it cannot be reached, callers are
 * told that and how to go on; what was asked, in SQL, is the cause alone.
 *
 * @throws ServiceUnavailableError
 */
export async function reachable<T>(answer: PromiseLike<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isUnreachable(error as Error)) throw error;
    const unavailable = new ServiceUnavailableError(
      'The database cannot be reached; give the same command again, with the same commandId: it is done once at most',
    );
    // the constructor would put what the cause says into the message
    throw Object.assign(unavailable, { cause: error });
  }
}

function isUnreachable(error: Error & { code?: unknown }): boolean {
  return (
    error.name === 'KnexTimeoutError' ||
    (typeof error.code === 'string' && UNREACHABLE.test(error.code)) ||
    ENDED.test(error.message)
  );
}
