import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWTPayload,
} from 'jose';
import { READ_SCOPE, WRITE_SCOPE } from '../../src/api/service.ts';
import { createVerifier } from '../../src/api/interceptors/verifier.ts';

export const ISSUER = 'https://issuer.test/';
export const AUDIENCE = 'test';

/** An issuer of tokens for tests, and what verifies them. */
export async function createIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [await exportJWK(publicKey)] });
  return {
    verify: createVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }),
    sign: (claims: JWTPayload = {}) =>
      new SignJWT({
        sub: 'somebody',
        tenantId: 'acme',
        scope: `${READ_SCOPE} ${WRITE_SCOPE}`,
        iss: ISSUER,
        aud: AUDIENCE,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256' })
        .setExpirationTime(claims.exp ?? '5m')
        .sign(privateKey),
  };
}
