import { join } from 'node:path';
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
import { createEntityLookup } from './artifacts/entityLookup';
import { rebuildProjections } from './artifacts/rebuild';
import { fillSearch } from './artifacts/search/fill';
import { createArtifactStore } from './artifacts/store';
import { compileIsolated, temporalBuilder } from './builders/temporal';
import { createBuildActivities } from './builds/activities';
import { createBuildService, FACTORY_TASK_QUEUE } from './builds/buildService';
import { createBuildStore } from './builds/buildStore';
import { factoryProbes } from './checks/probes';
import { runChecks } from './checks/runChecks';
import { readFactoryConfig } from './config';
import { openDatabase } from './database/database';
import { createDeployments } from './deployments/deployments';
import { createLook } from './deployments/look';
import { createEmbedded } from './embedded';
import { createRefreshCatalog } from './forge/refreshCatalog';
import { createInstanceService } from './instances/instanceService';
import { createReadStatistics } from './instances/statistics';
import { factoryKinds } from './kinds';
import { createS3Storage } from './objects/s3Storage';
import { createStoreMetrics } from './observability/metrics';
import { observeStore } from './observability/observeStore';
import { scheduleSweep } from './retention/sweep';
import { createRouter } from './router';
import { createTenantService } from './tenants/tenantService';
import { createTemporalClient } from './temporal/connection';
import { runFactoryWorker } from './temporal/factoryWorker';
import { workflowBundle } from './temporal/workflowBundle';

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
        const objects = config.s3 && createS3Storage(config.s3);
        const database = await openDatabase(services.database, objects);
        const temporal = createTemporalClient(config.temporal);
        for (const tenant of await database.tenants()) {
          await rebuildProjections(database, tenant, 'missing');
        }
        const metrics = createStoreMetrics(services.metrics);
        const artifacts = observeStore(
          createArtifactStore({
            database,
            kinds,
            entityExists: createEntityLookup(services.auth, services.catalog),
            onSnapshots: metrics.snapshots,
          }),
          { logger, metrics, tracing: services.tracing },
        );
        const buildStore = createBuildStore(database);
        const builds = createBuildService(artifacts, buildStore, temporal);
        const embedded = createEmbedded({
          config,
          database,
          temporal,
          logger,
          refreshCatalog: createRefreshCatalog(
            services.auth,
            services.catalog,
            services.catalogEvents,
          ),
        });
        const forge = otherForge ?? embedded.forge;
        const deployments = createDeployments({
          database,
          look: createLook(forge, temporal, embedded.runner),
          logger,
        });
        const instances = createInstanceService({
          temporal,
          deployments,
          wake: embedded.wake,
          async processes(tenant, artifactId, revision) {
            const done = (await builds.list(tenant, artifactId)).find(
              build =>
                build.revision === revision && build.status === 'succeeded',
            );
            return done ? (await builds.files(tenant, done.id)).processes : [];
          },
        });

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
        });
        const embeddedForge =
          config.forge.type === 'local' ? ('local' as const) : 'none';
        const probes = factoryProbes({
          config,
          database,
          objects,
          temporal,
          forge: otherForge ? 'module' : embeddedForge,
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
            tenants,
            kinds,
            builds,
            forge,
            instances,
            deployments,
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
          fn: () => deployments.observeAll(),
        });
        await scheduleSweep(services.scheduler, logger, {
          database,
          objects,
          retention: config.retention,
        });

        const stopWorker = runFactoryWorker({
          config: config.temporal,
          taskQueue: FACTORY_TASK_QUEUE,
          activities: createBuildActivities({
            artifacts,
            builds: buildStore,
            builders,
            forge,
            namespace: config.temporal.namespace,
          }),
          bundle: () =>
            workflowBundle(
              require.resolve(
                '@ameide/plugin-transformation-backend/workflows',
              ),
              join(config.dataDir, 'cache'),
            ),
          logger,
        });
        lifecycle.addStartupHook(() => embedded.resume());
        lifecycle.addStartupHook(() => {
          fillSearch(database, artifacts, logger).catch(error =>
            logger.error('Search could not be filled in', error),
          );
        });
        lifecycle.addShutdownHook(async () => {
          await Promise.all([stopWorker(), embedded.stop()]);
        });
      },
    });
  },
});
