import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  resourceId,
  serviceProposePermission,
} from '@ameide/plugin-transformation-common';
import { validate } from '../router/validate';
import type { ActionContext } from './context';

/** Proposes the end of a service. */
export function registerDecommissionService(
  actions: ActionsRegistryService,
  { write, decommission }: ActionContext,
): void {
  actions.register({
    name: 'decommission-service',
    title: 'Decommission a service',
    description:
      'Opens the pull requests that take a controller out of GitOps and out of the catalog; refused while instances of it run or something depends on it',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    visibilityPermission: serviceProposePermission,
    schema: {
      input: z =>
        z.object({ service: z.string().describe('Name of the component') }),
      output: z =>
        z.object({
          pullRequests: z.array(
            z.object({ id: z.string(), repository: z.string() }),
          ),
        }),
    },
    async action({ input, credentials }) {
      const service = validate(resourceId, input.service);
      return write(
        credentials,
        'service-decommission',
        serviceProposePermission,
        { service },
        async author => ({
          pullRequests: (await decommission(author, service, credentials)).map(
            ({ id, repository }) => ({ id, repository }),
          ),
        }),
      );
    },
  });
}
