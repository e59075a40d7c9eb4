import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Signs tokens for services on this machine, which fetch its keys. */
export interface Issuer {
  /** What a service is configured with. */
  env: Record<'AUTH_ISSUER' | 'AUTH_AUDIENCE' | 'AUTH_JWKS_URL', string>;
  /** @param scope - as in `leads.read leads.write` */
  sign(tenant: string, scope: string): Promise<string>;
  stop(): void;
}

export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256' }];
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}/`;
  const audience = 'examples';
  return {
    env: {
      AUTH_ISSUER: issuer,
      AUTH_AUDIENCE: audience,
      AUTH_JWKS_URL: `${issuer}keys`,
    },
    sign: (tenant, scope) =>
      new SignJWT({ tenantId: tenant, scope })
        .setProtectedHeader({ alg: 'ES256', kid: '1' })
        .setSubject('examples')
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('8h')
        .sign(privateKey),
    stop: () => server.close(),
  };
}
