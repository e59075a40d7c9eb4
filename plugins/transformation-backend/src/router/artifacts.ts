import type { Request, Router } from 'express';
import { z } from 'zod';
import {
  artifactCommand,
  artifactCreatePermission,
  artifactReadPermission,
  artifactWritePermission,
  createArtifactRequest,
  revisionReviewPermission,
} from '@ameide/plugin-transformation-common';
import type { ArtifactStore } from '../artifacts/store';
import type { Callers } from './caller';
import { sendDownload } from './download';
import { etagOf, withPrecondition } from './precondition';
import { validate } from './validate';

export const listQuery = z.object({
  search: z.string().max(200).optional(),
  kind: z.string().optional(),
  owner: z.string().optional(),
  tag: z.string().optional(),
  archived: z.stringbool().default(false),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
  pageToken: z.string().max(500).optional(),
});
export const eventsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
});
const gateParams = z.object({ revision: z.coerce.number().int().min(1) });
export const contentQuery = z.object({
  sequence: z.coerce.number().int().optional(),
});

/** Routes of the artifact store. */
export function addArtifactRoutes(
  router: Router,
  artifacts: ArtifactStore,
  callers: Callers,
): void {
  const reader = (request: Request<{ artifact: string }>) =>
    callers.authorize(request, {
      permission: artifactReadPermission,
      artifact: request.params.artifact,
    });

  router.get('/artifacts', async (request, response) => {
    const { tenant, criteria } = await callers.reader(request);
    const filter = validate(listQuery, request.query);
    response.json(await artifacts.list(tenant, { ...filter, criteria }));
  });

  router.post('/artifacts', async (request, response) => {
    const result = await callers.audited(
      request,
      artifactCreatePermission,
      { id: 'artifact-create', meta: {} },
      author =>
        artifacts.create(author, validate(createArtifactRequest, request.body)),
    );
    response.setHeader('etag', etagOf(result.artifact));
    response.status(201).json(result);
  });

  router.get('/artifacts/:artifact', async (request, response) => {
    const { tenant } = await reader(request);
    const artifact = await artifacts.get(tenant, request.params.artifact);
    response.setHeader('etag', etagOf(artifact));
    response.json(artifact);
  });

  router.get('/artifacts/:artifact/content', async (request, response) => {
    const { tenant } = await reader(request);
    const { sequence } = validate(contentQuery, request.query);
    const content = await artifacts.content(
      tenant,
      request.params.artifact,
      sequence,
    );
    response.setHeader('etag', `"${content.sequence}-${content.digest}"`);
    response.json(content);
  });

  router.get('/artifacts/:artifact/download', async (request, response) => {
    const { tenant } = await reader(request);
    const { artifact } = request.params;
    const { sequence } = validate(contentQuery, request.query);
    const found = await artifacts.download(tenant, artifact, sequence);
    await sendDownload(response, artifact, found);
  });

  router.get('/artifacts/:artifact/events', async (request, response) => {
    const { tenant } = await reader(request);
    const { after } = validate(eventsQuery, request.query);
    response.json({
      items: await artifacts.events(tenant, request.params.artifact, after),
    });
  });

  router.get('/artifacts/:artifact/revisions', async (request, response) => {
    const { tenant } = await reader(request);
    response.json({
      items: await artifacts.revisions(tenant, request.params.artifact),
    });
  });

  router.get(
    '/artifacts/:artifact/revisions/:revision/gate',
    async (request, response) => {
      const { tenant } = await reader(request);
      const { revision } = validate(gateParams, request.params);
      response.json(
        await artifacts.gate(tenant, request.params.artifact, revision),
      );
    },
  );

  router.post('/artifacts/:artifact/commands', async (request, response) => {
    const { artifact } = request.params;
    const result = await callers.audited(
      request,
      { permission: permissionFor(request.body), artifact },
      { id: 'artifact-change', meta: { artifact } },
      author =>
        artifacts.change(
          author,
          artifact,
          validate(artifactCommand, withPrecondition(request)),
        ),
    );
    response.setHeader('etag', etagOf(result.artifact));
    response.json(result);
  });
}

/** Commands for those who judge what others made. */
const REVIEWS = new Set<unknown>([
  'approve',
  'reject',
  'waive',
  'promote',
  'roll-back',
]);

/** What a command needs, known before anything else of it is looked at. */
function permissionFor(command?: { type?: unknown }) {
  return REVIEWS.has(command?.type)
    ? revisionReviewPermission
    : artifactWritePermission;
}
