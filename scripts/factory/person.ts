import {
  createTransformationClient,
  type TransformationClient,
} from '../../plugins/transformation-common/src';
import { Problem } from './problem';

/** Somebody who is signed in at a running factory. */
export interface Person {
  userEntityRef: string;
  api: TransformationClient;
  /** A token for an hour, for what is called beside the client. */
  token(): Promise<string>;
  /** Calls any other address of the backend with the person's token. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/**
 * Signs in by the development provider, as the page does.
 *
 * @param baseUrl - of the backend, as in `http://localhost:7007`
 */
export async function signIn(
  baseUrl: string,
  userEntityRef: string,
): Promise<Person> {
  let token = await tokenOf(baseUrl, userEntityRef);
  let issued = Date.now();
  const fetchAs: Person['fetch'] = async (path, init = {}) => {
    if (Date.now() - issued > 30 * 60_000) {
      token = await tokenOf(baseUrl, userEntityRef);
      issued = Date.now();
    }
    const url = path.startsWith('http') ? path : `${baseUrl}${path}`;
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(url, { ...init, headers });
  };
  return {
    userEntityRef,
    token: () => tokenOf(baseUrl, userEntityRef),
    fetch: fetchAs,
    api: createTransformationClient(
      async () => `${baseUrl}/api/transformation`,
      fetchAs,
    ),
  };
}

async function tokenOf(baseUrl: string, person: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/auth/development/refresh`, {
    headers: {
      'x-development-person': person,
      'x-requested-with': 'XMLHttpRequest',
    },
  }).catch(() => {
    throw new Problem(
      `No factory answers at ${baseUrl}; start it with npm start`,
    );
  });
  const body = (await response.json().catch(() => ({}))) as {
    backstageIdentity?: { token: string };
    error?: { message: string };
  };
  if (!body.backstageIdentity) {
    throw new Error(
      `${person} could not sign in: ${body.error?.message ?? response.status}`,
    );
  }
  return body.backstageIdentity.token;
}
