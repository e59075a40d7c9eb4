import type { Interceptor } from '@connectrpc/connect';
import { createValidateInterceptor } from '@connectrpc/validate';
import type { Logger } from 'pino';
import { authenticate } from './authenticate.ts';
import { logRequests } from './logRequests.ts';
import { mapErrors } from './mapErrors.ts';
import { traceRequests } from './traceRequests.ts';
import type { Verify } from './verifier.ts';

/** From the outside in: what comes first sees everything that the others do. */
export function createInterceptors(
  verify: Verify,
  logger: Logger,
): Interceptor[] {
  return [
    traceRequests(),
    logRequests(logger),
    mapErrors(logger),
    authenticate(verify),
    createValidateInterceptor(),
  ];
}
