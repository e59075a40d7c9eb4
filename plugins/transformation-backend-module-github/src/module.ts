import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { forgeExtensionPoint } from '@ameide/plugin-transformation-node';
import { createGithubClients } from './client';
import { readGithubForgeConfig } from './config';
import { createGithubForge } from './githubForge';

/** Makes the factory open its pull requests at GitHub, where the configuration asks for it. */
export const transformationModuleGithub = createBackendModule({
  pluginId: 'transformation',
  moduleId: 'github',
  register(reg) {
    reg.registerInit({
      deps: {
        forge: forgeExtensionPoint,
        logger: coreServices.logger,
        rootConfig: coreServices.rootConfig,
      },
      async init({ forge, logger, rootConfig }) {
        const config = readGithubForgeConfig(rootConfig);
        if (!config) return;
        const integrations = ScmIntegrations.fromConfig(rootConfig);
        const clients = createGithubClients(config.host, integrations);
        forge.setForge(createGithubForge({ config, clients, logger }));
      },
    });
  },
});
