import type { Router } from 'express';
import { z } from 'zod';
import { NotFoundError } from '@backstage/errors';
import {
  pullRequestMergePermission,
  transformationReadPermission,
} from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import type { Callers } from './caller';
import { validate } from './validate';

export const listQuery = z.object({
  artifact: z.string().optional(),
  state: z.enum(['open', 'merged', 'closed']).optional(),
});
export const fileQuery = z.object({
  repository: z.string(),
  path: z.string().min(1).max(1000),
});

/** Routes of the forge. */
export function addPullRequestRoutes(
  router: Router,
  forge: Forge,
  callers: Callers,
): void {
  router.get('/pull-requests', async (request, response) => {
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    const { artifact, state } = validate(listQuery, request.query);
    response.json({
      items: await forge.list(tenant, { artifactId: artifact, state }),
    });
  });

  router.get('/pull-requests/:id', async (request, response) => {
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    response.json(await forge.get(tenant, request.params.id));
  });

  router.post('/pull-requests/:id/merge', async (request, response) => {
    const { id } = request.params;
    const merged = await callers.audited(
      request,
      pullRequestMergePermission,
      { id: 'pull-request-merge', meta: { pullRequest: id } },
      ({ tenant, userEntityRef }) => forge.merge(tenant, id, userEntityRef),
    );
    response.json(merged);
  });

  router.get('/repository-files', async (request, response) => {
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    const { repository, path } = validate(fileQuery, request.query);
    const content = await forge.readFile(tenant, repository, path);
    if (content === undefined) {
      throw new NotFoundError(
        `There is no ${path} in the main branch of ${repository}`,
      );
    }
    response.json({ repository, path, content });
  });
}
