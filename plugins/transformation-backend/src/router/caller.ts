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
   * Records a refusal, and nothing else.
   *
   * @throws AuthenticationError, NotAllowedError
   */
  authorize(request: Request, permission: BasicPermission): Promise<Author>;
  /** Records what is done, and whether it succeeded or was refused. */
  audited<T>(
    request: Request,
    permission: BasicPermission,
    event: { id: string; meta: Record<string, string> },
    work: (author: Author) => Promise<T>,
  ): Promise<T>;
}

export function createCallers(services: CallerServices): Callers {
  const { auditor, httpAuth } = services;
  const allowed = createAuthorize(services);
  const authorize: Callers['authorize'] = async (request, permission) =>
    allowed(
      await httpAuth.credentials(request, { allow: ['user', 'service'] }),
      permission,
    );
  return {
    async authorize(request, permission) {
      try {
        return await authorize(request, permission);
      } catch (error) {
        const event = await auditor.createEvent({
          eventId: 'refusal',
          request,
          severityLevel: 'medium',
          meta: { permission: permission.name },
        });
        await event.fail({ error: error as Error });
        throw error;
      }
    },
    audited: (request, permission, { id, meta }, work) =>
      audited(
        auditor,
        { eventId: id, request, meta },
        () => authorize(request, permission),
        async author => {
          await services.limitWrites(author);
          return work(author);
        },
      ),
  };
}
