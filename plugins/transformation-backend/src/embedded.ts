import { readdir } from 'node:fs/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Forge } from '@ameide/plugin-transformation-node';
import type { FactoryConfig } from './config';
import type { TransformationDatabase } from './database/database';
import { createLocalForge } from './forge/local/localForge';
import type { RefreshCatalog } from './forge/refreshCatalog';
import { repositoryUrl } from './forge/local/urlReader';
import { MAIN, repositoryDir } from './forge/local/repositories';
import { commitOf } from './git/repository';
import { listComponents } from './deployments/desired';
import { createLocalRunner, type LocalRunner } from './runner/localRunner';
import type { TemporalClient } from './temporal/connection';
import { missingForge } from './forge/missingForge';

/** What stands in, on one machine, for a git host and for Argo CD. */
export interface Embedded {
  forge: Forge;
  /** Undefined where something else rolls out. */
  runner?: LocalRunner;
  /** Sees to it that the worker of an instance answers. */
  wake(tenant: string, artifactId: string, taskQueue: string): Promise<void>;
  /** Starts what was running before the backend was stopped. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** The embedded forge and runner, as far as the configuration asks for them. */
export function createEmbedded(options: {
  config: FactoryConfig;
  database: TransformationDatabase;
  temporal: TemporalClient;
  logger: LoggerService;
  refreshCatalog: RefreshCatalog;
}): Embedded {
  const { config, database, temporal, logger, refreshCatalog } = options;
  if (config.forge.type === 'none') {
    return {
      forge: missingForge,
      wake: async () => {},
      resume: async () => {},
      stop: async () => {},
    };
  }
  const forgeDir = config.forge.dir;
  const runner =
    config.runner.type === 'local'
      ? createLocalRunner({
          forgeDir,
          runnerDir: config.runner.dir,
          temporal: config.temporal,
          client: temporal,
          logger,
        })
      : undefined;
  const reconcile = (tenant: string, artifactId: string) =>
    runner
      ?.reconcile(tenant, artifactId)
      .catch(error =>
        logger.error(`Rolling out ${tenant}/${artifactId} failed`, error),
      );
  return {
    forge: createLocalForge({
      forgeDir,
      database,
      appBaseUrl: config.appBaseUrl,
      onMerged: (tenant, { artifactId, repository }) => {
        if (artifactId) void reconcile(tenant, artifactId);
        const url = repositoryUrl(config.appBaseUrl, tenant, repository);
        refreshCatalog(url).catch(error =>
          logger.warn(`The catalog was not refreshed for ${url}`, error),
        );
      },
    }),
    runner,
    wake: async (tenant, artifactId, taskQueue) =>
      runner?.wake(tenant, artifactId, taskQueue),
    async resume() {
      const tenants = await readdir(forgeDir).catch(() => []);
      for (const tenant of tenants) {
        const gitops = repositoryDir(forgeDir, tenant, 'gitops');
        const commit = await commitOf(gitops, `refs/heads/${MAIN}`);
        const ids = commit ? await listComponents(gitops, commit) : [];
        for (const id of ids) {
          runner
            ?.resume(tenant, id)
            .catch(error =>
              logger.error(`Resuming ${tenant}/${id} failed`, error),
            );
        }
      }
    },
    stop: async () => runner?.stop(),
  };
}
