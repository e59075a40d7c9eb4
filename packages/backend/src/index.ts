import { createBackend } from '@backstage/backend-defaults';
import { localForgeUrlReader } from '@ameide/plugin-transformation-backend';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@ameide/plugin-auth-backend-module-transformation'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@ameide/plugin-permission-backend-module-transformation'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@ameide/plugin-catalog-backend-module-transformation'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@ameide/plugin-scaffolder-backend-module-transformation'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@ameide/plugin-search-backend-module-transformation'));

backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@ameide/plugin-transformation-backend'));
backend.add(import('@ameide/plugin-transformation-backend-module-github'));
backend.add(localForgeUrlReader);

backend.start();
