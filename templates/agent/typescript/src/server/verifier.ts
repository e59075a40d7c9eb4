import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { ApiError } from '../errors.ts';

/** Says who a token belongs to. @throws ApiError */
export type Verify = (token: string) => Promise<Caller>;

const claims = z.object({
  sub: z.string().min(1),
  // a tenant becomes part of names
  tenantId: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/),
  orgId: z.string().min(1).optional(),
  scope: z.string().default(''),
});

/** How jose tells that the keys cannot be had, which says nothing of the token. */
const NO_KEYS: ReadonlySet<string> = new Set([
  errors.JOSEError.code,
  errors.JWKSInvalid.code,
  errors.JWKSTimeout.code,
]);

/**
 * Verifies tokens against the issuer's keys: `unauthenticated` does not say what
 * was wrong with a token, `unavailable` says that the keys cannot be had.
 */
export const createVerifier =
  (issuer: string, audience: string, keys: JWTVerifyGetKey): Verify =>
  async token => {
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
        token,
      };
    } catch (error) {
      if (
        error instanceof z.ZodError ||
        (error instanceof errors.JOSEError && !NO_KEYS.has(error.code))
      ) {
        throw new ApiError(401, 'unauthenticated', 'the token is not valid');
      }
      // another try may succeed
      throw new ApiError(503, 'unavailable', 'cannot sign in now');
    }
  };
