import express from 'express';
import Router from 'express-promise-router';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import {
  MAX_CONTENT_BYTES,
  type CheckResult,
} from '@ameide/plugin-transformation-common';
import type {
  ArtifactKindDefinition,
  Forge,
} from '@ameide/plugin-transformation-node';
import type { ArtifactStore } from '../artifacts/store';
import type { BuildService } from '../builds/buildService';
import type { Deployments } from '../deployments/deployments';
import type { ReadStatistics } from '../instances/statistics';
import type { InstanceService } from '../instances/instanceService';
import type { TenantService } from '../tenants/tenantService';
import { addArtifactRoutes } from './artifacts';
import { addBindingRoutes } from './bindings';
import { addBuildRoutes } from './builds';
import { addCheckRoute } from './check';
import { createCallers, type CallerServices } from './caller';
import { addFeedRoutes } from './feed';
import { addInstanceRoutes } from './instances';
import { addKindRoutes } from './kinds';
import { openApiDocument } from './openapi/document';
import { problemErrors } from './problem';
import { addPullRequestRoutes } from './pullRequests';
import { addSearchDocumentRoutes } from './searchDocuments';
import { addServiceRoutes } from './services';
import { addTenantRoutes } from './tenants';
import { continueTrace } from './trace';
import { addUploadRoutes } from './uploads';

/** What the HTTP API is made of. */
export interface RouterOptions extends CallerServices {
  logger: LoggerService;
  tracing: TracingService;
  artifacts: ArtifactStore;
  kinds: Map<string, ArtifactKindDefinition>;
  builds: BuildService;
  forge: Forge;
  instances: InstanceService;
  check: (content: string) => Promise<CheckResult>;
  deployments: Pick<Deployments, 'list'>;
  statistics: ReadStatistics;
  tenants: TenantService;
}

/** The largest body of JSON: the values of some hundred operations. */
const BODY_LIMIT = 1024 * 1024;

/** A drawing of the largest size, escaped as JSON, or all files of a service. */
const LARGE_BODY_LIMIT = 2 * MAX_CONTENT_BYTES;

/** Says what is wrong with a body in the words of the API. */
const bodyErrors: express.ErrorRequestHandler = (
  error: Error & { type?: string },
  _request,
  _response,
  next,
) => next(readableBodyError(error));

/** The HTTP API, `/api/transformation/v1`; its contract is `@ameide/plugin-transformation-common`. */
export function createRouter(options: RouterOptions): express.Router {
  const callers = createCallers(options);
  const router = Router();
  router.use(continueTrace(options.tracing));
  router.use('/check', express.json({ limit: LARGE_BODY_LIMIT }));
  router.use('/services', express.json({ limit: LARGE_BODY_LIMIT }));
  router.use(express.json({ limit: BODY_LIMIT }));
  router.get('/openapi.json', (_request, response) =>
    response.json(openApiDocument()),
  );
  addArtifactRoutes(router, options.artifacts, callers);
  addUploadRoutes(router, options.artifacts, callers);
  addFeedRoutes(router, options.artifacts, callers);
  addKindRoutes(router, options.kinds, callers);
  addCheckRoute(router, options.kinds, options.check, callers);
  addBuildRoutes(router, options.builds, callers);
  addPullRequestRoutes(router, options.artifacts, options.forge, callers);
  addServiceRoutes(router, options.forge, callers);
  addInstanceRoutes(router, options, callers);
  addTenantRoutes(router, options.tenants, callers);
  addBindingRoutes(router, options.artifacts, options.kinds, options.httpAuth);
  addSearchDocumentRoutes(router, options.artifacts, options.httpAuth);
  return express
    .Router()
    .use('/v1', router)
    .use(bodyErrors)
    .use(problemErrors(options.logger));
}

function readableBodyError(
  error: Error & { type?: string; limit?: number },
): Error {
  switch (error.type) {
    case 'entity.parse.failed':
      return new InputError(`The body is no JSON: ${error.message}`);
    case 'entity.too.large':
      return Object.assign(
        new Error(
          `The body is larger than ${error.limit} bytes; a content has ${MAX_CONTENT_BYTES} at most, and is sent by POST /uploads`,
        ),
        { name: 'PayloadTooLargeError' },
      );
    default:
      return error;
  }
}
