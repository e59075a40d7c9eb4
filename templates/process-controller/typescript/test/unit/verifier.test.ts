import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Code } from '@connectrpc/connect';
import { createRemoteJWKSet, customFetch } from 'jose';
import { createVerifier } from '../../src/api/interceptors/verifier.ts';
import { withCode } from '../support/code.ts';
import { AUDIENCE, createIssuer, ISSUER } from '../support/tokens.ts';

describe('tokens', () => {
  let issuer: Awaited<ReturnType<typeof createIssuer>>;
  before(async () => {
    issuer = await createIssuer();
  });

  it('say who calls, for which tenant and organization', async () => {
    const token = await issuer.sign({
      sub: 'ada',
      tenantId: 'acme',
      orgId: 'sales',
      scope: 'a b',
    });
    assert.deepEqual(await issuer.verify(token), {
      subject: 'ada',
      tenantId: 'acme',
      orgId: 'sales',
      scopes: new Set(['a', 'b']),
    });
  });

  for (const [what, claims] of Object.entries({
    'without a tenant': { tenantId: undefined },
    'with a tenant that is none': { tenantId: "a' OR 1=1" },
    'of another issuer': { iss: 'https://other.test/' },
    'for another audience': { aud: 'other' },
    'that have expired': { exp: 1 },
  })) {
    it(`${what} are refused`, async () => {
      const token = await issuer.sign(claims);
      await assert.rejects(
        issuer.verify(token),
        withCode(Code.Unauthenticated),
      );
    });
  }

  it('of another key are refused', async () => {
    const token = await (await createIssuer()).sign();
    await assert.rejects(issuer.verify(token), withCode(Code.Unauthenticated));
  });

  it('may be good where the keys cannot be had', async () => {
    const token = await issuer.sign();
    const url = new URL('https://issuer.test/keys');
    for (const answer of [
      async () => new Response(null, { status: 503 }),
      async () => new Response('no JSON'),
      async () => Response.json({ no: 'keys' }),
      () => Promise.reject(new DOMException('', 'TimeoutError')),
      () => Promise.reject(new TypeError('fetch failed')),
    ]) {
      const verify = createVerifier({
        issuer: ISSUER,
        audience: AUDIENCE,
        keys: createRemoteJWKSet(url, { [customFetch]: answer }),
      });
      await assert.rejects(verify(token), withCode(Code.Unavailable));
    }
  });
});
