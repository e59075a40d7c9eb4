import type { Request } from 'express';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { audited } from '../access/audited';
import {
  createAccess,
  type AccessServices,
  type Reader,
} from '../access/authorize';
import { permissionOf, type Need } from '../access/need';
import { artifactReadPermission } from '@ameide/plugin-transformation-common';
import type { Author } from '../artifacts/context';
import { causeOfRequest } from './trace';

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
   * @throws AuthenticationError, NotAllowedError, NotFoundError
   */
  authorize(request: Request, need: Need): Promise<Author>;
  /** Who reads a list, and what it is narrowed by; records a refusal. */
  reader(request: Request): Promise<Reader>;
  /** Records what is done, and whether it succeeded or was refused. */
  audited<T>(
    request: Request,
    need: Need,
    event: { id: string; meta: Record<string, string> },
    work: (author: Author) => Promise<T>,
  ): Promise<T>;
}

export function createCallers(services: CallerServices): Callers {
  const { auditor, httpAuth } = services;
  const access = createAccess(services);
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  /** Records what is thrown of an attempt to see something. */
  async function recorded<T>(
    request: Request,
    { name: permission }: { name: string },
    attempt: () => Promise<T>,
  ): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      const event = await auditor.createEvent({
        eventId: 'refusal',
        request,
        severityLevel: 'medium',
        meta: { permission },
      });
      await event.fail({ error: error as Error });
      throw error;
    }
  }

  return {
    authorize: (request, need) =>
      recorded(request, permissionOf(need), async () =>
        access.authorize(await credentialsOf(request), need),
      ),
    reader: request =>
      recorded(request, artifactReadPermission, async () =>
        access.reader(await credentialsOf(request)),
      ),
    audited: (request, need, { id, meta }, work) =>
      audited(
        auditor,
        { eventId: id, request, meta },
        async () => ({
          ...(await access.authorize(await credentialsOf(request), need)),
          cause: causeOfRequest(request),
        }),
        async author => {
          await services.limitWrites(author);
          return work(author);
        },
      ),
  };
}
