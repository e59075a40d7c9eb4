import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { createReadBindings } from './bindings';
import { createControllerProcessor } from './processor';
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
        discovery: coreServices.discovery,
      },
      async init({ auth, catalog, discovery }) {
        catalog.addPlaceholderResolver('text', textPlaceholder);
        catalog.addProcessor(
          createControllerProcessor(createReadBindings(auth, discovery)),
        );
      },
    });
  },
});
