import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { createTenantPolicy } from './policy';
import { readRoleGroups } from './roles';

/** Sets the factory's permission policy. */
export const permissionModuleTransformation = createBackendModule({
  pluginId: 'permission',
  moduleId: 'tenant-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ policy, config }) {
        policy.setPolicy(createTenantPolicy(readRoleGroups(config)));
      },
    });
  },
});
