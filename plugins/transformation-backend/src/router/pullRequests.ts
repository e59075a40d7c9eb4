import type { Request, Router } from 'express';
import { z } from 'zod';
import { NotFoundError } from '@backstage/errors';
import {
  artifactReadPermission,
  pullRequestMergePermission,
  transformationReadPermission,
} from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import type { ArtifactStore } from '../artifacts/store';
import { noPullRequest } from '../forge/local/pullRequests';
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
  artifacts: Pick<ArtifactStore, 'find'>,
  forge: Forge,
  callers: Callers,
): void {
  /** A pull request of an artifact that may be seen, or of none; else it is not there. */
  const readable = async (request: Request<{ id: string }>, tenant: string) => {
    const { id } = request.params;
    const found = await forge.get(tenant, id);
    if (found.artifactId !== undefined) {
      await callers.authorize(request, {
        permission: artifactReadPermission,
        artifact: found.artifactId,
        absent: noPullRequest(id),
      });
    }
    return found;
  };

  router.get('/pull-requests', async (request, response) => {
    const { tenant, criteria } = await callers.reader(request);
    const { artifact, state } = validate(listQuery, request.query);
    const items = await forge.list(tenant, { artifactId: artifact, state });
    const ids = [
      ...new Set(items.flatMap(({ artifactId }) => artifactId ?? [])),
    ];
    const seen = await artifacts.find(tenant, ids, criteria);
    const shown = new Set(seen.map(({ id }) => id));
    response.json({
      items: items.filter(
        ({ artifactId }) => artifactId === undefined || shown.has(artifactId),
      ),
    });
  });

  router.get('/pull-requests/:id', async (request, response) => {
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    response.json(await readable(request, tenant));
  });

  router.post('/pull-requests/:id/merge', async (request, response) => {
    const { id } = request.params;
    const merged = await callers.audited(
      request,
      pullRequestMergePermission,
      { id: 'pull-request-merge', meta: { pullRequest: id } },
      async ({ tenant, userEntityRef }) => {
        await readable(request, tenant);
        return forge.merge(tenant, id, userEntityRef);
      },
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
