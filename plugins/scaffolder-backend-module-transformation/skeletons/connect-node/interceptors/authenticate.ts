import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import { MethodOptions_IdempotencyLevel as Level } from '@bufbuild/protobuf/wkt';
import { setCaller } from '../caller.ts';
import { READ_SCOPE, WRITE_SCOPE } from '../service.ts';
import type { Verify } from './verifier.ts';

/**
 * Takes caller and tenant from the token. Methods that are declared to change
 * nothing need the scope to read, all others the scope to write.
 */
export function authenticate(verify: Verify): Interceptor {
  return next => async request => {
    const header = request.header.get('authorization') ?? '';
    const token = /^Bearer (\S+)$/i.exec(header)?.[1];
    if (!token) {
      throw new ConnectError(
        'send a token as "authorization: Bearer TOKEN"',
        Code.Unauthenticated,
      );
    }
    const caller = await verify(token);
    const needed =
      request.method.idempotency === Level.NO_SIDE_EFFECTS
        ? READ_SCOPE
        : WRITE_SCOPE;
    if (!caller.scopes.has(needed)) {
      throw new ConnectError(
        `the token lacks the scope ${needed}`,
        Code.PermissionDenied,
      );
    }
    setCaller(caller);
    return next(request);
  };
}
