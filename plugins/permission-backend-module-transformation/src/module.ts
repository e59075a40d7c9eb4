import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { createAgentLookup } from '@ameide/plugin-transformation-node';
import { createTenantPolicy } from './policy';
import { readRoleGroups } from './roles';

/** Sets the factory's permission policy. */
export const permissionModuleTransformation = createBackendModule({
  pluginId: 'permission',
  moduleId: 'tenant-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ auth, catalog, config, policy }) {
        policy.setPolicy(
          createTenantPolicy(
            readRoleGroups(config),
            createAgentLookup(auth, catalog),
          ),
        );
      },
    });
  },
});
