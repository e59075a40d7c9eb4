import type { Interceptor } from '@connectrpc/connect';
import type { Logger } from 'pino';
import { codeOf } from './codeOf.ts';

/** One line a request; never what is in it. */
export function logRequests(logger: Logger): Interceptor {
  return next => async request => {
    const start = performance.now();
    const { service, method } = request;
    const rpc = `${service.typeName}/${method.name}`;
    const done = (code: string) =>
      logger.info(
        { rpc, code, ms: Math.round(performance.now() - start) },
        'served',
      );
    try {
      const response = await next(request);
      done('ok');
      return response;
    } catch (error) {
      done(codeOf(error));
      throw error;
    }
  };
}
