import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { createTransformationClient } from '@ameide/plugin-transformation-common';
import { createArtifactCollatorFactory } from './collator';

/** How often documents are read again; as Backstage reads those of the catalog. */
const SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 3 },
};

/** Puts artifacts into the search. */
export const searchModuleTransformation = createBackendModule({
  pluginId: 'search',
  moduleId: 'artifacts',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, discovery, indexRegistry, scheduler }) {
        const client = createTransformationClient(
          () => discovery.getBaseUrl('transformation'),
          async (url, init) => {
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf: await auth.getOwnServiceCredentials(),
              targetPluginId: 'transformation',
            });
            const headers = {
              ...init?.headers,
              authorization: `Bearer ${token}`,
            };
            return fetch(url, { ...init, headers });
          },
        );
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(SCHEDULE),
          factory: createArtifactCollatorFactory(client),
        });
      },
    });
  },
});
