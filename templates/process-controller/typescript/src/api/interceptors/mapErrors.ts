import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import type { Logger } from 'pino';
import { fromTemporal } from '../temporal/errors.ts';

/** Turns whatever is thrown into an error that a caller can act on. */
export function toConnectError(error: unknown): ConnectError | undefined {
  return error instanceof ConnectError ? error : fromTemporal(error);
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
