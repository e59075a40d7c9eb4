import { generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { createVerifier, type Verify } from '../../src/server/verifier.ts';
import { RUN_SCOPE } from '../../src/service.ts';

const ISSUER = 'https://issuer.test/';
const AUDIENCE = 'test';

/** An issuer of tokens, and what verifies them. */
export interface Issuer {
  verify: Verify;
  /** A token of somebody of tenant acme who may do everything, unless the claims say otherwise. */
  sign(claims?: JWTPayload): Promise<string>;
}

export async function createIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  return {
    verify: createVerifier(ISSUER, AUDIENCE, async () => publicKey),
    sign: claims =>
      new SignJWT({
        sub: 'somebody',
        tenantId: 'acme',
        scope: `${RUN_SCOPE} orders.read orders.write`,
        iss: ISSUER,
        aud: AUDIENCE,
        exp: Math.floor(Date.now() / 1000) + 300,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey),
  };
}
