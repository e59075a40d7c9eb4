import type { Request } from 'express';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { revisionReviewPermission } from '@ameide/plugin-transformation-common';
import type { Author } from '../artifacts/context';

/** What the routes ask who calls with. */
export interface CallerServices {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  /** Whether a user is an AI agent. */
  isAgent(userEntityRef: string): Promise<boolean>;
}

/** Finds out who calls, in which tenant, and whether they may. */
export interface Callers {
  /**
   * @throws AuthenticationError, NotAllowedError
   */
  authorize(request: Request, permission: BasicPermission): Promise<Author>;
  /** Like `authorize`, and records what is done and whether it succeeded. */
  audited<T>(
    request: Request,
    permission: BasicPermission,
    event: { id: string; meta: Record<string, string> },
    work: (author: Author) => Promise<T>,
  ): Promise<T>;
}

export function createCallers({
  httpAuth,
  permissions,
  auditor,
  isAgent,
}: CallerServices): Callers {
  const authorize: Callers['authorize'] = async (request, permission) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const author = authorOf(credentials);
    if (permission.name === revisionReviewPermission.name) {
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
  return {
    authorize,
    async audited(request, permission, { id, meta }, work) {
      const event = await auditor.createEvent({
        eventId: id,
        request,
        severityLevel: 'medium',
        meta,
      });
      try {
        const author = await authorize(request, permission);
        const result = await work(author);
        await event.success({ meta: { ...meta, tenant: author.tenant } });
        return result;
      } catch (error) {
        await event.fail({ error: error as Error });
        throw error;
      }
    },
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
  isAgent: CallerServices['isAgent'],
): Promise<void> {
  const { actor } = principal as BackstageUserPrincipal;
  if (actor) {
    throw new NotAllowedError(
      `${actor.subject} may not review in the name of ${userEntityRef}; a person does it on the page or by the HTTP API`,
    );
  }
  if (await isAgent(userEntityRef)) {
    throw new NotAllowedError(
      `${userEntityRef} is an agent, and reviews are for persons`,
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
