import { Code, ConnectError } from '@connectrpc/connect';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Caller } from '../caller.ts';

/** Says who a token belongs to. */
export type Verify = (token: string) => Promise<Caller>;

/** A tenant becomes part of names, and of what keeps tenants apart. */
const TENANT = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const claims = z.object({
  sub: z.string().min(1),
  tenantId: z.string().regex(TENANT),
  orgId: z.string().min(1).optional(),
  scope: z.string().default(''),
});

/** How jose tells that the keys cannot be had, which says nothing of the token. */
const NO_KEYS: ReadonlySet<string> = new Set([
  errors.JOSEError.code,
  errors.JWKSInvalid.code,
  errors.JWKSTimeout.code,
]);

export interface VerifierOptions {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
}

/**
 * Verifies tokens against the issuer's keys.
 *
 * @throws ConnectError `unauthenticated`, which does not say what was wrong with the token;
 *   `unavailable` where the keys cannot be had
 */
export function createVerifier(options: VerifierOptions): Verify {
  const { issuer, audience, keys } = options;
  return async token => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256', 'ES256', 'EdDSA'],
        requiredClaims: ['exp'],
      });
      const { sub, tenantId, orgId, scope } = claims.parse(payload);
      return {
        subject: sub,
        tenantId,
        ...(orgId && { orgId }),
        scopes: new Set(scope.split(' ').filter(Boolean)),
      };
    } catch (error) {
      if (
        error instanceof z.ZodError ||
        (error instanceof errors.JOSEError && !NO_KEYS.has(error.code))
      ) {
        throw new ConnectError('the token is not valid', Code.Unauthenticated);
      }
      // another try may succeed
      throw new ConnectError('cannot sign in now', Code.Unavailable);
    }
  };
}
