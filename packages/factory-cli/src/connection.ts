import {
  createTransformationClient,
  type TransformationClient,
} from '@ameide/plugin-transformation-common';
import { Failure } from './failure';

const DEFAULT_URL = 'http://localhost:7007';

/** A factory, and who asks it. */
export interface Connection {
  url: string;
  api: TransformationClient;
  /** The tenant of the token's user. */
  tenant: string;
}

/**
 * Reads FACTORY_URL and FACTORY_TOKEN. A token is never an argument, since
 * every process of a machine can read those.
 *
 * @throws Failure where there is no token of a user
 */
export function connect(env: NodeJS.ProcessEnv = process.env): Connection {
  const url = (env.FACTORY_URL ?? DEFAULT_URL).replace(/\/+$/, '');
  const token = env.FACTORY_TOKEN;
  if (!token) {
    throw new Failure(
      'FACTORY_TOKEN is not set; set it to a Backstage token of a user, see docs/how-to/use-the-command-line.md',
      2,
    );
  }
  return {
    url,
    tenant: tenantOf(token),
    api: createTransformationClient(
      async () => `${url}/api/transformation`,
      async (target, init) => {
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        try {
          return await fetch(target, { ...init, headers });
        } catch (error) {
          const { cause } = error as Error & { cause?: { code?: string } };
          throw new Failure(
            `No factory answers at ${url}${
              cause?.code ? ` (${cause.code})` : ''
            }; start it, or correct FACTORY_URL`,
          );
        }
      },
    ),
  };
}

/** What the token says of its user; the factory checks it, this only asks for the right thing. */
function tenantOf(token: string): string {
  try {
    const payload = Buffer.from(token.split('.')[1], 'base64url').toString();
    const { sub } = JSON.parse(payload) as { sub: string };
    return /^user:([a-z0-9-]+)\//.exec(sub)![1];
  } catch {
    throw new Failure(
      'FACTORY_TOKEN is no Backstage token of a user; a service has no tenant',
      2,
    );
  }
}
