import { NativeConnection, Worker } from '@temporalio/worker';
import type { WorkerOptions } from '@temporalio/worker';
import { Client } from '@temporalio/client';
import type { Deployment } from '../runtime/deployment';
import { platformActivities } from './activities';
import { deploy } from './deploy';
import { ensureSearchAttribute } from './search-attribute';

export interface WorkerSetup {
  readonly deployment: Deployment;
  /** The activities of the jobs, by job type. */
  readonly activities: object;
  /** Paths of the sources, bundled at the start where there is no bundle. */
  readonly workflowsPath: string;
  readonly interceptorsPath: string;
  /** What the project wants otherwise: data converter, interceptors, tuning. */
  readonly options?: Partial<WorkerOptions>;
}

/** Serves the project until SIGINT or SIGTERM: connects as the environment says, deploys, polls. */
export async function runWorker(setup: WorkerSetup): Promise<void> {
  const { env } = process;
  const namespace = env.TEMPORAL_NAMESPACE ?? 'default';
  const taskQueue = env.TEMPORAL_TASK_QUEUE ?? setup.deployment.name;
  const connection = await NativeConnection.connect({
    address: env.TEMPORAL_ADDRESS ?? 'localhost:7233',
    ...(env.TEMPORAL_API_KEY ? { apiKey: env.TEMPORAL_API_KEY } : {}),
    ...(env.TEMPORAL_TLS === 'true' || env.TEMPORAL_API_KEY
      ? { tls: true }
      : {}),
  });
  try {
    await ensureSearchAttribute(connection, namespace);
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      ...workflowsOf(setup),
      shutdownGraceTime: '10 seconds',
      ...versioning(),
      ...setup.options,
      activities: { ...setup.activities, ...platformActivities },
    });
    await deploy(
      new Client({
        connection,
        namespace,
        dataConverter: setup.options?.dataConverter,
      }),
      setup.deployment,
      taskQueue,
    );
    const running = worker.run();
    console.log('Worker ready');
    await running;
  } finally {
    await connection.close();
  }
}

/** What `npm run build` made; without it the sources, bundled at every start. */
function workflowsOf({
  workflowsPath,
  interceptorsPath,
}: WorkerSetup): Partial<WorkerOptions> {
  const { TEMPORAL_WORKFLOW_BUNDLE: codePath } = process.env;
  return codePath
    ? { workflowBundle: { codePath } }
    : { workflowsPath, interceptors: { workflowModules: [interceptorsPath] } };
}

/** With both set, running instances stay on the build that started them. */
function versioning(): Partial<WorkerOptions> {
  const {
    TEMPORAL_DEPLOYMENT_NAME: deploymentName,
    TEMPORAL_WORKER_BUILD_ID: buildId,
  } = process.env;
  if (!deploymentName || !buildId) return {};
  return {
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName, buildId },
      defaultVersioningBehavior: 'PINNED',
    },
  };
}
