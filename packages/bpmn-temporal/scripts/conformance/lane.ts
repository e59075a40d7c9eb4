import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, bundleWorkflowCode } from '@temporalio/worker';
import type { ProcessInterface } from '../../src';
import { platformActivities } from '../../src/platform/activities';
import { ensureSearchAttribute } from '../../src/platform/search-attribute';
import { writeDeployment } from './deployments';
import type { Deployment } from './deployments';
import { jobs } from './jobs';
import type { Trace } from './trace';

/** A namespace with a worker, in which cases run one after the other. */
export interface Lane {
  client: Client;
  taskQueue: string;
  /** What the case that runs now has logged. */
  trace?: Trace;
  /** The processes of that case's model. */
  processes: ProcessInterface[];
}

const nothing = () => undefined;
const silent = {
  log: nothing,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};

/** Bundles the deployment and serves it while `work` runs. */
export async function openLane(
  environment: TestWorkflowEnvironment,
  namespace: string,
  deployment: Deployment,
  work: (lane: Lane) => Promise<void>,
): Promise<void> {
  const root = writeDeployment(deployment);
  try {
    await ensureSearchAttribute(environment.nativeConnection, namespace);
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: join(root, 'src/workflows.ts'),
      preloadModules: [join(root, 'src/runtime/index.gen.ts')],
      logger: silent,
    });
    const lane: Lane = {
      client: new Client({ connection: environment.connection, namespace }),
      taskQueue: 'conformance',
      processes: [],
    };
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      namespace,
      taskQueue: lane.taskQueue,
      workflowBundle,
      activities: { ...jobs(lane), ...platformActivities },
      maxCachedWorkflows: 40,
      workflowThreadPoolSize: 1,
      shutdownGraceTime: 0,
    });
    await worker.runUntil(() => work(lane));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
