import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  scaffolderActionsExtensionPoint,
  scaffolderServiceRef,
} from '@backstage/plugin-scaffolder-node';
import { createCompileDrawingAction } from './actions/compileDrawing';
import { createCopySkeletonAction } from './actions/copySkeleton';
import { createOpenPullRequestsAction } from './actions/openPullRequests';
import { createProposeServiceAction } from './actions/proposeService';
import { createRegisterArtifactAction } from './actions/registerArtifact';
import { createTakeStarterAction } from './actions/takeStarter';
import { createRenderAction } from './actions/render';
import { RENDERERS } from './actions/renderers';
import { createApiOf } from './api';
import { registerDryRunStoredTemplate } from './storedTemplate/registerDryRun';

/** The actions of the factory's software templates, and what agents do with templates. */
export const scaffolderModuleTransformation = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'transformation',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
        actionsRegistry: actionsRegistryServiceRef,
        catalog: catalogServiceRef,
        permissions: coreServices.permissions,
        reader: coreServices.urlReader,
        scaffolderService: scaffolderServiceRef,
      },
      async init({ auth, config, discovery, scaffolder, ...services }) {
        const apiOf = createApiOf(auth, discovery);
        const appBaseUrl = config.getString('app.baseUrl').replace(/\/$/, '');
        scaffolder.addActions(
          createCompileDrawingAction(),
          createCopySkeletonAction(),
          createTakeStarterAction(),
          ...RENDERERS.map(createRenderAction),
          createRegisterArtifactAction(apiOf),
          createOpenPullRequestsAction(apiOf, appBaseUrl),
          createProposeServiceAction(apiOf, appBaseUrl),
        );
        registerDryRunStoredTemplate(services.actionsRegistry, {
          ...services,
          auth,
          scaffolder: services.scaffolderService,
        });
      },
    });
  },
});
