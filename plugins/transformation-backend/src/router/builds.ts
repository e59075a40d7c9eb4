import type { Request, Router } from 'express';
import {
  artifactReadPermission,
  buildCreatePermission,
  createBuildRequest,
  transformationReadPermission,
} from '@ameide/plugin-transformation-common';
import type { BuildService } from '../builds/buildService';
import { noBuild } from '../builds/buildStore';
import type { Callers } from './caller';
import { validate } from './validate';

/** Routes of the builds. */
export function addBuildRoutes(
  router: Router,
  builds: BuildService,
  callers: Callers,
): void {
  /** A build of an artifact that may be seen; else it is not there. */
  const readable = async (request: Request<{ build: string }>) => {
    const { build: id } = request.params;
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    const build = await builds.get(tenant, id);
    await callers.authorize(request, {
      permission: artifactReadPermission,
      artifact: build.artifactId,
      absent: noBuild(id),
    });
    return { tenant, build };
  };

  router.post('/artifacts/:artifact/builds', async (request, response) => {
    const { artifact } = request.params;
    const build = await callers.audited(
      request,
      { permission: buildCreatePermission, artifact },
      { id: 'build-create', meta: { artifact } },
      author =>
        builds.start(
          author,
          artifact,
          validate(createBuildRequest, request.body),
        ),
    );
    response.status(202).json(build);
  });

  router.get('/artifacts/:artifact/builds', async (request, response) => {
    const { artifact } = request.params;
    const { tenant } = await callers.authorize(request, {
      permission: artifactReadPermission,
      artifact,
    });
    response.json({ items: await builds.list(tenant, artifact) });
  });

  router.get('/builds/:build', async (request, response) => {
    const { build } = await readable(request);
    response.json(build);
  });

  router.get('/builds/:build/files', async (request, response) => {
    const { tenant, build } = await readable(request);
    response.json(await builds.files(tenant, build.id));
  });
}
