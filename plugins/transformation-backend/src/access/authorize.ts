import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  revisionReviewPermission,
  tenantAdministerPermission,
} from '@ameide/plugin-transformation-common';
import type { Author } from '../artifacts/context';
import type { LimitWrites } from './limitWrites';

/** What it takes to know who may do what. */
export interface AccessServices {
  permissions: PermissionsService;
  /** Whether a user is an AI agent. */
  isAgent(userEntityRef: string): Promise<boolean>;
  /** Asked before anything is changed. */
  limitWrites: LimitWrites;
}

/**
 * Who calls, in which tenant, if they may.
 *
 * @throws NotAllowedError
 */
export type Authorize = (
  credentials: BackstageCredentials,
  permission: BasicPermission,
) => Promise<Author>;

/** What somebody answers for. */
const FOR_PERSONS = new Set([
  revisionReviewPermission.name,
  tenantAdministerPermission.name,
]);

export function createAuthorize({
  permissions,
  isAgent,
}: Pick<AccessServices, 'permissions' | 'isAgent'>): Authorize {
  return async (credentials, permission) => {
    const author = authorOf(credentials);
    if (FOR_PERSONS.has(permission.name)) {
      await assertPerson(credentials, author, isAgent);
    }
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `${author.userEntityRef} lacks the permission ${permission.name}; an administrator of the tenant ${author.tenant} gives it by a group`,
      );
    }
    return author;
  };
}

/**
 * What somebody answers for is done by that person: by no agent, and by nobody
 * else in the name of one, as templates and MCP tools would do it.
 *
 * @throws NotAllowedError
 */
async function assertPerson(
  { principal }: BackstageCredentials,
  { userEntityRef }: Author,
  isAgent: AccessServices['isAgent'],
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

function authorOf(credentials: BackstageCredentials): Author {
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
