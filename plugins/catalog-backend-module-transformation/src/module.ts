import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { createReadBindings } from './bindings';
import { createControllerProcessor } from './processor';
import { createTenantOf } from './tenantOf';
import { createTenantProcessor } from './tenantProcessor';
import { textPlaceholder } from './textPlaceholder';

/** Teaches the catalog domain controllers, process controllers and agents. */
export const catalogModuleTransformation = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'transformation',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ auth, catalog, config, discovery }) {
        catalog.addPlaceholderResolver('text', textPlaceholder);
        const configured = (
          config.getOptionalConfigArray('catalog.locations') ?? []
        ).map(location => location.getString('target'));
        const integrations = ScmIntegrations.fromConfig(config);
        catalog.addProcessor(
          createTenantProcessor({
            tenantOf: createTenantOf(config),
            isConfigured: url => configured.includes(url),
            resolveUrl: to => integrations.resolveUrl(to),
          }),
          createControllerProcessor(createReadBindings(auth, discovery)),
        );
      },
    });
  },
});
