import type { Router } from 'express';
import {
  proposeServiceRequest,
  resourceId,
  serviceProposePermission,
  transformationReadPermission,
  type ServiceSource,
} from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import { serviceRepository } from '../builds/pushBranches';
import { CATALOG_INFO } from '../services/catalogInfo';
import { proposeService } from '../services/propose';
import type { Callers } from './caller';
import { validate } from './validate';

/** Routes of services that templates make. */
export function addServiceRoutes(
  router: Router,
  forge: Forge,
  callers: Callers,
): void {
  router.get('/services/:service', async (request, response) => {
    const service = validate(resourceId, request.params.service);
    const { tenant } = await callers.authorize(
      request,
      transformationReadPermission,
    );
    const repository = serviceRepository(service);
    const source: ServiceSource = {
      repository,
      catalogInfoUrl: await forge.fileUrl(tenant, repository, CATALOG_INFO),
    };
    response.json(source);
  });

  router.post('/services/:service/proposals', async (request, response) => {
    const service = validate(resourceId, request.params.service);
    const proposal = await callers.audited(
      request,
      serviceProposePermission,
      { id: 'service-propose', meta: { service } },
      author =>
        proposeService(
          forge,
          author,
          service,
          validate(proposeServiceRequest, request.body),
        ),
    );
    response.json(proposal);
  });
}
