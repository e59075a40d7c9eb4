import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Deployment } from '@ameide/plugin-transformation-common';
import type { TemporalConfig } from '../config';
import { repositoryDir } from '../forge/local/repositories';
import { commitOf, isAncestor } from '../git/repository';
import type { TemporalClient } from '../temporal/connection';
import { taskQueueOf } from '../builds/gitopsTree';
import { bundleProject } from './bundleProject';
import { checkout } from './checkout';
import { desiredWorker, type DesiredWorker } from './desired';
import { commitsInUse, isIdle, taskQueuePrefix } from './inUse';
import {
  endStrayWorkers,
  startWorker,
  withoutProcess,
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
  /** Like `reconcile`, after a restart: what has nothing to do sleeps on. */
  resume(tenant: string, artifactId: string): Promise<void>;
  deployments(tenant: string, artifactId: string): Promise<Deployment[]>;
  /** Sees to it that the worker of a task queue runs: of one that sleeps, or of an older commit. */
  wake(tenant: string, artifactId: string, taskQueue: string): Promise<void>;
  stop(): Promise<void>;
}

/** Workers that run at a time; of more, those sleep that were not used for the longest and have nothing to do. */
const MOST_WORKERS = 6;
/** Time that a waking worker has until it polls, in milliseconds. */
const WAKING_MS = 20_000;

export function createLocalRunner(options: LocalRunnerOptions): LocalRunner {
  const { forgeDir, runnerDir, temporal, client, logger } = options;
  const pidDir = join(runnerDir, 'pids');
  /** By task queue, the one used last at the end. */
  const workers = new Map<string, WorkerProcess>();
  const cleaned = endStrayWorkers(pidDir);
  /** Task queues that had their worker; without one now, they sleep. */
  const started = new Set<string>();
  let turn: Promise<void> = cleaned;
  let stopped = false;

  const gitops = (tenant: string) => repositoryDir(forgeDir, tenant, 'gitops');

  const makeRoom = async () => {
    for (const [taskQueue, worker] of [...workers].slice(0, -1)) {
      if (workers.size <= MOST_WORKERS) return;
      if (await isIdle(await client(), taskQueue)) {
        workers.delete(taskQueue);
        await worker.stop();
      }
    }
  };

  const start = async (wanted: DesiredWorker, restarts = 0): Promise<void> => {
    const existing = workers.get(wanted.taskQueue);
    if (stopped || (existing && existing.status !== 'failed')) return;
    const { tenant, artifactId, commit, repository } = wanted;
    workers.set(wanted.taskQueue, withoutProcess('deploying'));
    started.add(wanted.taskQueue);
    const dir = join(runnerDir, tenant, artifactId, commit);
    let bundle: string;
    try {
      const source = repositoryDir(forgeDir, tenant, repository);
      await checkout(source, commit, dir);
      bundle = await bundleProject(dir);
    } catch (error) {
      const { message } = error as Error;
      workers.set(wanted.taskQueue, withoutProcess('failed', message));
      throw error;
    }
    logger.info(
      `Starting the worker of ${tenant}/${artifactId} at ${commit.slice(
        0,
        12,
      )}`,
    );
    const worker = startWorker(dir, bundle, wanted, temporal, pidDir, () => {
      logger.warn(`Worker of ${tenant}/${artifactId}: ${worker.message}`);
      // like a container: again, and later each time
      setTimeout(
        () => void start(wanted, restarts + 1).catch(() => {}),
        Math.min(60_000, 1_000 * 2 ** restarts),
      ).unref();
    });
    workers.set(wanted.taskQueue, worker);
    await makeRoom();
  };

  const startAt = async (
    tenant: string,
    artifactId: string,
    commit: string,
  ) => {
    const wanted = await desiredWorker(gitops(tenant), artifactId);
    if (!wanted) return;
    const source = repositoryDir(forgeDir, tenant, wanted.repository);
    const full = await commitOf(source, commit);
    if (!full) return;
    const taskQueue = taskQueueOf(tenant, artifactId, full);
    await start({ ...wanted, commit: full, taskQueue });
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
      if (!wanted.commit.startsWith(commit)) {
        await startAt(tenant, artifactId, commit);
      }
    }
  };

  /** One after the other: two merges in a row must not start a worker twice. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };

  return {
    reconcile: (tenant, artifactId) =>
      inTurn(() => reconcile(tenant, artifactId)),

    resume: (tenant, artifactId) =>
      inTurn(async () => {
        const wanted = await desiredWorker(gitops(tenant), artifactId);
        if (!wanted || (await notMerged(wanted))) return;
        started.add(wanted.taskQueue);
        const inUse = await commitsInUse(await client(), tenant, artifactId);
        if (inUse.size) await reconcile(tenant, artifactId);
      }),

    async wake(tenant, artifactId, taskQueue) {
      const existing = workers.get(taskQueue);
      if (existing) {
        workers.delete(taskQueue);
        workers.set(taskQueue, existing);
      } else {
        const commit = taskQueue.slice(
          taskQueuePrefix(tenant, artifactId).length,
        );
        await inTurn(() => startAt(tenant, artifactId, commit));
      }
      const end = Date.now() + WAKING_MS;
      while (
        workers.get(taskQueue)?.status === 'deploying' &&
        Date.now() < end
      ) {
        await sleep(100);
      }
    },

    async deployments(tenant, artifactId) {
      const wanted = await desiredWorker(gitops(tenant), artifactId);
      if (!wanted) return [];
      const { lane, revision, commit, namespace, taskQueue } = wanted;
      // the problem first: while it is looked for, the worker may start
      const problem = await notMerged(wanted);
      const worker = workers.get(taskQueue);
      return [
        {
          artifactId,
          lane,
          revision,
          commit,
          namespace,
          taskQueue,
          ...standOf(worker, started.has(taskQueue), problem),
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

function standOf(
  worker: WorkerProcess | undefined,
  wasStarted: boolean,
  problem: string | undefined,
): Pick<Deployment, 'status' | 'message'> {
  if (worker) return { status: worker.status, message: worker.message };
  if (problem || !wasStarted) return { status: 'pending', message: problem };
  return { status: 'deployed', message: 'Asleep; the next instance wakes it' };
}
