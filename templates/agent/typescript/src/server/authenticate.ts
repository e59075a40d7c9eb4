import type { IncomingMessage } from 'node:http';
import type { Caller } from '../caller.ts';
import { ApiError } from '../errors.ts';
import { RUN_SCOPE } from '../service.ts';
import type { Verify } from './verifier.ts';

/** Who sends a request. @throws ApiError where they may not run the agent */
export async function authenticate(
  { headers }: IncomingMessage,
  verify: Verify,
): Promise<Caller> {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (!token) {
    throw new ApiError(
      401,
      'unauthenticated',
      'send a token as "authorization: Bearer TOKEN"',
    );
  }
  const caller = await verify(token);
  if (!caller.scopes.has(RUN_SCOPE)) {
    throw new ApiError(
      403,
      'permission_denied',
      `the token lacks the scope ${RUN_SCOPE}`,
    );
  }
  return caller;
}
