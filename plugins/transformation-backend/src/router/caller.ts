import type { Request } from 'express';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { audited } from '../access/audited';
import { createAuthorize, type AccessServices } from '../access/authorize';
import type { Author } from '../artifacts/context';

/** What the routes ask who calls with. */
export interface CallerServices extends AccessServices {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
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

export function createCallers(services: CallerServices): Callers {
  const allowed = createAuthorize(services);
  const authorize: Callers['authorize'] = async (request, permission) =>
    allowed(
      await services.httpAuth.credentials(request, {
        allow: ['user', 'service'],
      }),
      permission,
    );
  return {
    authorize,
    audited: (request, permission, { id, meta }, work) =>
      audited(
        services.auditor,
        { eventId: id, request, meta },
        () => authorize(request, permission),
        work,
      ),
  };
}
