import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Deployment } from '@ameide/plugin-transformation-common';
import type { TemporalConfig } from '../config';
import { repositoryDir } from '../forge/local/repositories';
import { commitOf, isAncestor } from '../git/repository';
import type { TemporalClient } from '../temporal/connection';
import { literal } from '../temporal/searchAttributes';
import { taskQueueOf } from '../builds/gitopsTree';
import { checkout } from './checkout';
import { desiredWorker, type DesiredWorker } from './desired';
import {
  endStrayWorkers,
  startWorker,
  type WorkerProcess,
} from './workerProcess';

/** What the local runner needs. */
export interface LocalRunnerOptions {
  /** Folder of the bare repositories. */
  forgeDir: string;
  /** Folder for checked-out projects. */
  runnerDir: string;
  temporal: TemporalConfig;
  client: TemporalClient;
  logger: LoggerService;
}

/** The embedded stand-in for Argo CD: makes this machine run what the main branch of `gitops` wants. */
export interface LocalRunner {
  /** Starts what is wanted and does not run; keeps old commits that still have running instances. */
  reconcile(tenant: string, artifactId: string): Promise<void>;
  deployments(tenant: string, artifactId: string): Promise<Deployment[]>;
  stop(): Promise<void>;
}

export function createLocalRunner(options: LocalRunnerOptions): LocalRunner {
  const { forgeDir, runnerDir, temporal, client, logger } = options;
  const pidDir = join(runnerDir, 'pids');
  const workers = new Map<string, WorkerProcess>();
  const cleaned = endStrayWorkers(pidDir);
  let turn: Promise<void> = cleaned;
  let stopped = false;

  const gitops = (tenant: string) => repositoryDir(forgeDir, tenant, 'gitops');

  const start = async (wanted: DesiredWorker, restarts = 0): Promise<void> => {
    const existing = workers.get(wanted.taskQueue);
    if (stopped || (existing && existing.status !== 'failed')) return;
    const { tenant, artifactId, commit, repository } = wanted;
    const dir = join(runnerDir, tenant, artifactId, commit);
    await checkout(repositoryDir(forgeDir, tenant, repository), commit, dir);
    logger.info(
      `Starting the worker of ${tenant}/${artifactId} at ${commit.slice(
        0,
        12,
      )}`,
    );
    const worker = startWorker(dir, wanted, temporal, pidDir, () => {
      logger.warn(`Worker of ${tenant}/${artifactId}: ${worker.message}`);
      // like a container: again, and later each time
      setTimeout(
        () => void start(wanted, restarts + 1).catch(() => {}),
        Math.min(60_000, 1_000 * 2 ** restarts),
      ).unref();
    });
    workers.set(wanted.taskQueue, worker);
  };

  const notMerged = async ({ tenant, repository, commit }: DesiredWorker) => {
    const source = repositoryDir(forgeDir, tenant, repository);
    return (await isAncestor(source, commit, 'refs/heads/main'))
      ? undefined
      : `Commit ${commit.slice(
          0,
          12,
        )} is not in the main branch of ${repository} yet; merge its pull request`;
  };

  const reconcile = async (tenant: string, artifactId: string) => {
    const wanted = await desiredWorker(gitops(tenant), artifactId);
    if (!wanted) return;
    if (!(await notMerged(wanted))) await start(wanted);
    for (const commit of await commitsInUse(
      await client(),
      tenant,
      artifactId,
    )) {
      const source = repositoryDir(forgeDir, tenant, wanted.repository);
      const full = await commitOf(source, commit);
      if (full && full !== wanted.commit) {
        await start({
          ...wanted,
          commit: full,
          taskQueue: taskQueueOf(tenant, artifactId, full),
        });
      }
    }
  };

  return {
    reconcile(tenant, artifactId) {
      // one after the other: two merges in a row must not start a worker twice
      const mine = turn.then(() => reconcile(tenant, artifactId));
      turn = mine.catch(() => {});
      return mine;
    },
    async deployments(tenant, artifactId) {
      const wanted = await desiredWorker(gitops(tenant), artifactId);
      if (!wanted) return [];
      const { lane, revision, commit, namespace, taskQueue } = wanted;
      const worker = workers.get(taskQueue);
      const problem = worker ? undefined : await notMerged(wanted);
      return [
        {
          artifactId,
          lane,
          revision,
          commit,
          namespace,
          taskQueue,
          status: worker?.status ?? 'pending',
          message: worker?.message ?? problem,
          updatedAt: worker?.updatedAt ?? new Date().toISOString(),
        },
      ];
    },
    async stop() {
      stopped = true;
      await turn;
      await Promise.all([...workers.values()].map(worker => worker.stop()));
    },
  };
}

/** Beginnings of the commits whose workers running instances were started on. */
async function commitsInUse(
  client: Awaited<ReturnType<TemporalClient>>,
  tenant: string,
  artifactId: string,
): Promise<Set<string>> {
  const prefix = `${tenant}.${artifactId}.`;
  const commits = new Set<string>();
  const running = client.workflow.list({
    query: `AmeideTenant = ${literal(
      tenant,
    )} AND ExecutionStatus = 'Running' AND TaskQueue STARTS_WITH ${literal(
      prefix,
    )}`,
  });
  for await (const { taskQueue } of running) {
    commits.add(taskQueue.slice(prefix.length));
  }
  return commits;
}
