import type { Request, Router } from 'express';
import { z } from 'zod';
import {
  artifactReadPermission,
  completeUserTaskRequest,
  instanceOperatePermission,
  publishMessageRequest,
  retryIncidentRequest,
  startInstanceRequest,
  type ArtifactPermission,
} from '@ameide/plugin-transformation-common';
import type { ArtifactNeed } from '../access/need';
import { notFound } from '../instances/workflowInfo';
import type { InstanceService } from '../instances/instanceService';
import type { RouterOptions } from '.';
import type { Callers } from './caller';
import { validate } from './validate';

export const listQuery = z.object({ status: z.string().optional() });

/** Routes of deployments and instances. */
export function addInstanceRoutes(
  router: Router,
  options: Pick<
    RouterOptions,
    'artifacts' | 'instances' | 'deployments' | 'statistics'
  >,
  callers: Callers,
): void {
  const { artifacts, instances, deployments, statistics } = options;
  const readable = async (request: Request<{ artifact: string }>) => {
    const { artifact } = request.params;
    const { tenant } = await callers.authorize(request, {
      permission: artifactReadPermission,
      artifact,
    });
    const { id } = await artifacts.get(tenant, artifact);
    return { tenant, id };
  };

  router.get('/artifacts/:artifact/deployments', async (request, response) => {
    const { tenant, id } = await readable(request);
    response.json({ items: await deployments.list(tenant, id) });
  });

  router.get('/artifacts/:artifact/statistics', async (request, response) => {
    const { tenant, id } = await readable(request);
    response.json(await statistics(tenant, id));
  });

  router.get('/artifacts/:artifact/instances', async (request, response) => {
    const { tenant, id } = await readable(request);
    const { status } = validate(listQuery, request.query);
    response.json({ items: await instances.list(tenant, id, status) });
  });

  router.post('/artifacts/:artifact/instances', async (request, response) => {
    const { artifact } = request.params;
    const started = await callers.audited(
      request,
      { permission: instanceOperatePermission, artifact },
      { id: 'instance-start', meta: { artifact } },
      async author => {
        await artifacts.get(author.tenant, artifact);
        return instances.start(
          author,
          artifact,
          validate(startInstanceRequest, request.body),
        );
      },
    );
    response.status(201).json(started);
  });

  router.get('/instances/:instance', async (request, response) => {
    const { instance } = request.params;
    const { tenant } = await callers.authorize(
      request,
      ofInstance(artifactReadPermission, instance),
    );
    response.json(await instances.get(tenant, instance));
  });

  const operate = (
    action: string,
    path: string,
    work: (
      author: Parameters<InstanceService['cancel']>[0],
      instance: string,
      key: string,
      body: unknown,
    ) => ReturnType<InstanceService['cancel']>,
  ) =>
    router.post(`/instances/:instance${path}`, async (request, response) => {
      const { instance, key = '' } = request.params as {
        instance: string;
        key?: string;
      };
      const result = await callers.audited(
        request,
        ofInstance(instanceOperatePermission, instance),
        { id: action, meta: { instance, ...(key && { key }) } },
        author => work(author, instance, key, request.body),
      );
      response.json(result);
    });

  operate(
    'user-task-complete',
    '/user-tasks/:key/complete',
    (author, instance, key, body) =>
      instances.completeUserTask(
        author,
        instance,
        key,
        validate(completeUserTaskRequest, body).variables,
      ),
  );
  operate('message-publish', '/messages', (author, instance, _key, body) =>
    instances.publish(author, instance, validate(publishMessageRequest, body)),
  );
  operate(
    'incident-retry',
    '/incidents/:key/retry',
    (author, instance, key, body) =>
      instances.retryIncident(
        author,
        instance,
        key,
        validate(retryIncidentRequest, body).variables,
      ),
  );
  operate('instance-cancel', '/cancel', (author, instance) =>
    instances.cancel(author, instance),
  );
}

/** A permission on the artifact that an instance runs; `TENANT:ARTIFACT:KEY` names it. */
function ofInstance(
  permission: ArtifactPermission,
  instance: string,
): ArtifactNeed {
  const [, artifact = ''] = instance.split(':');
  return { permission, artifact, absent: notFound(instance) };
}
