import { Client } from '@temporalio/client';
import type { Worker, WorkerOptions } from '@temporalio/worker';
import type { Deployment, JobElements } from '../runtime/deployment';
import { connect } from './connect';
import { createWorker } from './create-worker';
import { deploy } from './deploy';
import { startsEagerly } from './eager';
import { serveHealth } from './health';
import { tellOfLocalJobs } from './local-jobs';
import type { Policies } from './local-jobs';
import { ensureSearchAttribute } from './search-attribute';
import { tagsOf, versionOf } from './tags';
import { makeCurrent, ownVersion, watchCurrent } from './versions';
import type { Version } from './versions';

export interface WorkerSetup {
  readonly deployment: Deployment;
  /** The activities of the jobs, by job type. */
  readonly activities: object;
  /** How the jobs are done, and which elements have them: to tell of those that can not be done as it says. */
  readonly policies?: Policies;
  readonly jobElements?: JobElements;
  /** Path of the sources, bundled at the start where there is no bundle. */
  readonly workflowsPath: string;
  /** What the project wants otherwise: data converter, plugins, interceptors, tuning. */
  readonly options?: Partial<WorkerOptions>;
}

/** A worker that serves in this process. */
export interface RunningWorker {
  /** On the worker's own connection: instances that it starts begin here at once. */
  readonly client: Client;
  readonly taskQueue: string;
  /** Takes no more tasks, and resolves when those that it has are done. */
  stop(): Promise<void>;
  /** Resolved when it has ended; rejected where it failed. */
  readonly ended: Promise<void>;
}

/** Serves the project until SIGINT or SIGTERM. */
export async function runWorker(setup: WorkerSetup): Promise<void> {
  const { ended } = await startWorker(setup);
  console.log('Worker ready');
  await ended;
}

/** Connects as the environment says, deploys and polls: for processes that also start instances. */
export async function startWorker(setup: WorkerSetup): Promise<RunningWorker> {
  const { env } = process;
  const { deployment, options = {} } = setup;
  const namespace = env.TEMPORAL_NAMESPACE ?? 'default';
  const taskQueue = env.TEMPORAL_TASK_QUEUE ?? deployment.name;
  const connection = await connect();
  try {
    await ensureSearchAttribute(connection, namespace);
    const version = ownVersion();
    const serve = (queue: string, build: Version | undefined) =>
      createWorker(connection, setup, {
        namespace,
        taskQueue: queue,
        version: build,
      });
    const worker = await serve(taskQueue, version);
    const others: Worker[] = [];
    const ofTags = tagsOf(deployment, taskQueue).map(({ tag, queue }) => ({
      queue,
      build: versionOf(version, tag),
    }));
    for (const { queue, build } of ofTags)
      others.push(await serve(queue, build));
    const { dataConverter } = options;
    const client = new Client({ connection, namespace, dataConverter });
    const current = watchCurrent(connection, namespace, version);
    startsEagerly(client, current.isCurrent);
    await deploy(client, deployment, taskQueue);
    for (const text of tellOfLocalJobs(
      setup.policies ?? {},
      setup.jobElements ?? {},
    ))
      console.warn(text);
    const health = await serveHealth(worker);
    const ended = together([worker, ...others]).finally(async () => {
      current.stop();
      health?.close();
      await connection.close();
    });
    if (version && env.TEMPORAL_SET_CURRENT === 'true')
      await makeCurrent(connection, namespace, version);
    for (const { build } of ofTags)
      if (build) await makeCurrent(connection, namespace, build);
    await current.look();
    const stop = () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      return ended;
    };
    return { client, taskQueue, stop, ended };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Runs workers until one of them ends, and the others with it. */
async function together(workers: readonly Worker[]): Promise<void> {
  const stop = () => {
    for (const worker of workers)
      if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const ends = await Promise.allSettled(
    workers.map(worker => worker.run().finally(stop)),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
