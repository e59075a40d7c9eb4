import { join } from 'node:path';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import type { Builder, Forge } from '@ameide/plugin-transformation-node';
import type { ArtifactStore } from './artifacts/store';
import { createBuildActivities } from './builds/activities';
import { createBuildService, FACTORY_TASK_QUEUE } from './builds/buildService';
import { createBuildStore } from './builds/buildStore';
import type { FactoryConfig } from './config';
import type { TransformationDatabase } from './database/database';
import { createDeployments } from './deployments/deployments';
import { createLook } from './deployments/look';
import { createEmbedded } from './embedded';
import { createRefreshCatalog } from './forge/refreshCatalog';
import { createInstanceService } from './instances/instanceService';
import { createTemporalClient } from './temporal/connection';
import { runFactoryWorker } from './temporal/factoryWorker';
import { workflowBundle } from './temporal/workflowBundle';

/** What becomes of artifacts: builds, pull requests, deployments and instances. */
export function createExecutions(
  services: {
    auth: AuthService;
    catalog: CatalogService;
    catalogEvents: CatalogScmEventsService;
    logger: LoggerService;
  },
  options: {
    config: FactoryConfig;
    database: TransformationDatabase;
    artifacts: ArtifactStore;
    builders: Builder[];
    /** In place of the embedded one. */
    otherForge: Forge | undefined;
  },
) {
  const { auth, catalog, catalogEvents, logger } = services;
  const { config, database, artifacts, builders, otherForge } = options;
  const temporal = createTemporalClient(config.temporal);
  const buildStore = createBuildStore(database);
  const builds = createBuildService(artifacts, buildStore, temporal);
  const embedded = createEmbedded({
    config,
    database,
    temporal,
    logger,
    refreshCatalog: createRefreshCatalog(auth, catalog, catalogEvents),
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
        build => build.revision === revision && build.status === 'succeeded',
      );
      return done ? (await builds.files(tenant, done.id)).processes : [];
    },
  });
  return {
    temporal,
    builds,
    forge,
    deployments,
    instances,
    /** Starts what was running before the backend was stopped. */
    resume: () => embedded.resume(),
    /** Begins to build what is asked for. @returns what ends that, and what runs here */
    run(): () => Promise<void> {
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
            require.resolve('@ameide/plugin-transformation-backend/workflows'),
            join(config.dataDir, 'cache'),
          ),
        logger,
      });
      return async () => {
        await Promise.all([stopWorker(), embedded.stop()]);
      };
    },
  };
}
