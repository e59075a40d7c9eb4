import type { Router } from 'express';
import {
  buildCreatePermission,
  checkRequest,
  createBuildRequest,
  transformationReadPermission,
  type CheckResult,
} from '@ameide/plugin-transformation-common';
import { assertContentText } from '../artifacts/contents';
import type { BuildService } from '../builds/buildService';
import type { Callers } from './caller';
import { validate } from './validate';

/**
 * Routes of the builds.
 *
 * @param check - compiles a drawing for its diagnostics
 */
export function addBuildRoutes(
  router: Router,
  builds: BuildService,
  check: (content: string) => Promise<CheckResult>,
  callers: Callers,
): void {
  router.post('/check', async (request, response) => {
    await callers.authorize(request, transformationReadPermission);
    const { content } = validate(checkRequest, request.body);
    assertContentText(content);
    response.json(await check(content));
  });

  router.post('/artifacts/:artifact/builds', async (request, response) => {
    const { artifact } = request.params;
    const build = await callers.audited(
      request,
      buildCreatePermission,
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
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    response.json({
      items: await builds.list(tenant, request.params.artifact),
    });
  });

  router.get('/builds/:build', async (request, response) => {
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    response.json(await builds.get(tenant, request.params.build));
  });

  router.get('/builds/:build/files', async (request, response) => {
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    response.json(await builds.files(tenant, request.params.build));
  });
}
