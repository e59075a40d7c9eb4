import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Author } from '../artifacts/context';

/**
 * The user who calls, and the tenant: the namespace of that user.
 *
 * @throws NotAllowedError where a service calls, or a user of no tenant
 */
export function authorOf(credentials: BackstageCredentials): Author {
  const principal = credentials.principal as { type?: string };
  if (principal.type !== 'user') {
    throw new NotAllowedError(
      'A service has no tenant and is refused here; call on behalf of a user, with the token of getPluginRequestToken({ onBehalfOf: user })',
    );
  }
  const { userEntityRef } = principal as BackstageUserPrincipal;
  const tenant = parseEntityRef(userEntityRef).namespace;
  if (tenant === 'default') {
    throw new NotAllowedError(
      `${userEntityRef} belongs to no tenant: its namespace is "default"; the sign-in resolver has to give users the namespace of their tenant`,
    );
  }
  return { tenant, userEntityRef };
}

/**
 * What somebody answers for is done by that person: by no agent, and by nobody
 * else in the name of one, as templates and MCP tools would do it.
 *
 * @throws NotAllowedError
 */
export async function assertPerson(
  { principal }: BackstageCredentials,
  { userEntityRef }: Author,
  isAgent: (userEntityRef: string) => Promise<boolean>,
): Promise<void> {
  const { actor } = principal as BackstageUserPrincipal;
  if (actor) {
    throw new NotAllowedError(
      `${actor.subject} may not do this in the name of ${userEntityRef}; a person does it on the page or by the HTTP API`,
    );
  }
  if (await isAgent(userEntityRef)) {
    throw new NotAllowedError(
      `${userEntityRef} is an agent, and this is for persons`,
    );
  }
}
