import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TemporalConfig } from '../config';
import { repositoryDir } from '../forge/local/repositories';
import { commitOf, isAncestor, readFile } from '../git/repository';
import type { TemporalClient } from '../temporal/connection';
import { taskQueueOf } from '../builds/gitopsTree';
import { bundleProject } from './bundleProject';
import { checkout } from './checkout';
import type { Standing } from '../deployments/look';
import { desiredWorker, type DesiredWorker } from '../deployments/desired';
import { withdrawProject } from './withdrawProject';
import { commitsInUse, hasInstances, isIdle, taskQueuePrefix } from './inUse';
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
  /** How far it is with a worker that is wanted. */
  standing(wanted: DesiredWorker): Promise<Standing>;
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

  const wantedOf = (tenant: string, artifactId: string) =>
    desiredWorker(
      path =>
        readFile(
          repositoryDir(forgeDir, tenant, 'gitops'),
          'refs/heads/main',
          path,
        ),
      artifactId,
    );

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
    let bundle: string | undefined;
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
    const wanted = await wantedOf(tenant, artifactId);
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

  /** Lets nothing of what is wanted no more begin, and ends its workers, unless an instance still needs one. */
  const endAll = async (tenant: string, artifactId: string) => {
    await withdrawProject(join(runnerDir, tenant, artifactId), temporal);
    const prefix = taskQueuePrefix(tenant, artifactId);
    for (const [taskQueue, worker] of [...workers]) {
      if (!taskQueue.startsWith(prefix)) continue;
      if (await hasInstances(await client(), taskQueue)) continue;
      workers.delete(taskQueue);
      await worker.stop();
    }
  };

  const reconcile = async (tenant: string, artifactId: string) => {
    const wanted = await wantedOf(tenant, artifactId);
    if (!wanted) {
      await endAll(tenant, artifactId);
      return;
    }
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
        const wanted = await wantedOf(tenant, artifactId);
        if (!wanted || (await notMerged(wanted))) return;
        started.add(wanted.taskQueue);
        const inUse = await commitsInUse(await client(), tenant, artifactId);
        if (inUse.size) await reconcile(tenant, artifactId);
      }),

    async wake(tenant, artifactId, taskQueue) {
      const existing = workers.get(taskQueue);
      // one that failed is tried again: what kept it from starting may be gone
      if (existing && existing.status !== 'failed') {
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

    async standing(wanted) {
      // the problem first: while it is looked for, the worker may start
      const problem = await notMerged(wanted);
      const worker = workers.get(wanted.taskQueue);
      if (worker) {
        const { status, message, updatedAt } = worker;
        return { status, message, updatedAt };
      }
      const updatedAt = new Date().toISOString();
      return problem || !started.has(wanted.taskQueue)
        ? { status: 'pending', message: problem, updatedAt }
        : {
            status: 'deployed',
            message: 'Asleep; the next instance wakes it',
            updatedAt,
          };
    },
    async stop() {
      stopped = true;
      await turn;
      await Promise.all([...workers.values()].map(worker => worker.stop()));
    },
  };
}
