import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import pg from 'pg';
import type { Logger } from 'pino';

/** What an SQLSTATE means to a caller; texts of the database never reach it. */
const BY_STATE: Record<string, [Code, string]> = {
  '22003': [Code.InvalidArgument, 'a number is out of range'],
  '22008': [Code.InvalidArgument, 'a time is out of range'],
  '22021': [Code.InvalidArgument, 'a text has a character that is none'],
  '23505': [Code.AlreadyExists, 'it exists already'],
  '23503': [Code.FailedPrecondition, 'something that it refers to is missing'],
  '23514': [Code.InvalidArgument, 'a value is out of range'],
  '40001': [Code.Aborted, 'somebody else changed it, try again'],
  '40P01': [Code.Aborted, 'somebody else changed it, try again'],
  '55P03': [Code.Aborted, 'somebody else changes it, try again'],
  '57014': [Code.DeadlineExceeded, 'it took too long'],
};

/** Classes of SQLSTATE for a database that cannot be used now. */
const UNAVAILABLE = /^(08|53|57P)/;

/** Turns whatever is thrown into an error that a caller can act on. */
export function toConnectError(error: unknown): ConnectError | undefined {
  if (error instanceof ConnectError) return error;
  if (error instanceof pg.DatabaseError && error.code) {
    const known = BY_STATE[error.code];
    if (known) return new ConnectError(known[1], known[0]);
    if (UNAVAILABLE.test(error.code)) return unavailable();
  }
  if (error instanceof Error && 'code' in error && isNetwork(error.code)) {
    return unavailable();
  }
  return undefined;
}

/** Errors that nobody foresaw are logged here and told as `internal`. */
export function mapErrors(logger: Logger): Interceptor {
  return next => async request => {
    try {
      return await next(request);
    } catch (error) {
      const known = toConnectError(error);
      if (known && known.code !== Code.Unavailable) throw known;
      logger.error({ err: error }, 'request failed');
      throw known ?? new ConnectError('internal error', Code.Internal);
    }
  };
}

const unavailable = () =>
  new ConnectError('the database cannot be reached', Code.Unavailable);

function isNetwork(code: unknown): boolean {
  return ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT'].includes(
    String(code),
  );
}
