import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  artifactPermissions,
  transformationPermissions,
} from '@ameide/plugin-transformation-common';
import {
  artifactKindsExtensionPoint,
  artifactResourceRef,
  artifactRules,
  buildersExtensionPoint,
  createAgentLookup,
  forgeExtensionPoint,
  type Builder,
  type Forge,
} from '@ameide/plugin-transformation-node';
import { createGetArtifacts } from './access/artifactResources';
import { createLimitWrites } from './access/limitWrites';
import { registerActions } from './actions';
import { openStore } from './artifacts/openStore';
import { fillSearch } from './artifacts/search/fill';
import { compileIsolated, temporalBuilder } from './builders/temporal';
import { factoryProbes } from './checks/probes';
import { runChecks } from './checks/runChecks';
import { readFactoryConfig } from './config';
import { createExecutions } from './executions';
import { createReadStatistics } from './instances/statistics';
import { factoryKinds } from './kinds';
import { createPlaceOf } from './proposals/placeOf';
import { scheduleSweep } from './retention/sweep';
import { createRouter } from './router';
import { decommissionService } from './services/decommission';
import { createDependentsOf } from './services/dependents';
import { createTenantService } from './tenants/tenantService';

/** The transformation backend: artifact store, builds, GitOps, instances. */
export const transformationPlugin = createBackendPlugin({
  pluginId: 'transformation',
  register(env) {
    const kinds = new Map(factoryKinds.map(kind => [kind.kind, kind]));
    const builders: Builder[] = [temporalBuilder];
    let otherForge: Forge | undefined;
    env.registerExtensionPoint(artifactKindsExtensionPoint, {
      addKind: kind => void kinds.set(kind.kind, kind),
    });
    env.registerExtensionPoint(buildersExtensionPoint, {
      addBuilder: builder => void builders.push(builder),
    });
    env.registerExtensionPoint(forgeExtensionPoint, {
      setForge: forge => {
        otherForge = forge;
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        catalogEvents: catalogScmEventsServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        tracing: tracingServiceRef,
      },
      async init(services) {
        const { config: rootConfig, httpRouter, lifecycle, logger } = services;
        const { permissionsRegistry } = services;
        permissionsRegistry.addPermissions(transformationPermissions);
        const config = readFactoryConfig(rootConfig);
        const { database, objects, artifacts } = await openStore(
          services,
          config,
          kinds,
        );
        const executions = createExecutions(services, {
          config,
          database,
          artifacts,
          builders,
          otherForge,
        });
        const { temporal } = executions;

        permissionsRegistry.addResourceType({
          resourceRef: artifactResourceRef,
          permissions: artifactPermissions,
          rules: Object.values(artifactRules),
          getResources: createGetArtifacts(artifacts),
        });
        const access = {
          permissions: services.permissions,
          limitWrites: createLimitWrites(config.writeLimits),
          artifactRules:
            permissionsRegistry.getPermissionRuleset(artifactResourceRef),
          artifacts,
          isAgent: createAgentLookup(services.auth, services.catalog),
        };
        registerActions(services.actionsRegistry, {
          ...access,
          auditor: services.auditor,
          kinds,
          compile: (content, name) => compileIsolated(content, name, {}),
          placeOf: createPlaceOf(services.catalog),
          decommission: (...given) =>
            decommissionService(
              {
                ...executions,
                artifacts,
                dependentsOf: createDependentsOf(services.catalog),
              },
              ...given,
            ),
        });
        const probes = factoryProbes({
          config,
          database,
          objects,
          temporal,
          forge: otherForge ? 'module' : config.forge.type,
        });
        const tenants = createTenantService({
          database,
          objects,
          rebuildSearch: artifacts.rebuildSearch,
          checks: () => runChecks(probes),
        });
        httpRouter.use(
          createRouter({
            ...services,
            ...access,
            ...executions,
            tenants,
            kinds,
            statistics: createReadStatistics(temporal, services.cache),
            async check(content) {
              const { diagnostics, processes } = await compileIsolated(
                content,
                'check',
                {},
              );
              return { diagnostics, processes };
            },
          }),
        );

        await services.scheduler.scheduleTask({
          id: 'observe-deployments',
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          fn: () => executions.deployments.observeAll(),
        });
        await scheduleSweep(services.scheduler, logger, {
          database,
          objects,
          retention: config.retention,
        });

        const stop = executions.run();
        lifecycle.addStartupHook(() => executions.resume());
        lifecycle.addStartupHook(() => {
          fillSearch(database, artifacts, logger).catch(error =>
            logger.error('Search could not be filled in', error),
          );
        });
        lifecycle.addShutdownHook(stop);
      },
    });
  },
});
