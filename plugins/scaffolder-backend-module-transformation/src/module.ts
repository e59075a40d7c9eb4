import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCompileDrawingAction } from './actions/compileDrawing';
import { createOpenPullRequestsAction } from './actions/openPullRequests';
import { createProposeServiceAction } from './actions/proposeService';
import { createRegisterArtifactAction } from './actions/registerArtifact';
import { createRenderDomainControllerAction } from './actions/renderDomainController';
import { createApiOf } from './api';

/** The actions of the factory's software templates. */
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
      },
      async init({ auth, config, discovery, scaffolder }) {
        const apiOf = createApiOf(auth, discovery);
        const appBaseUrl = config.getString('app.baseUrl').replace(/\/$/, '');
        scaffolder.addActions(
          createCompileDrawingAction(),
          createRenderDomainControllerAction(),
          createRegisterArtifactAction(apiOf),
          createOpenPullRequestsAction(apiOf, appBaseUrl),
          createProposeServiceAction(apiOf, appBaseUrl),
        );
      },
    });
  },
});
