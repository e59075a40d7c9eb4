import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { platformActivities } from './activities';
import { refuseLargeResults } from './large-results';
import { versioning } from './versions';
import type { Version } from './versions';
import type { WorkerSetup } from './worker';

/** What a worker of the project polls, and as which build. */
export interface Serving {
  readonly namespace: string;
  readonly taskQueue: string;
  readonly version: Version | undefined;
}

/** A worker that has all workflows and activities of the project; it does not run yet. */
export function createWorker(
  connection: NativeConnection,
  setup: WorkerSetup,
  { namespace, taskQueue, version }: Serving,
): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    shutdownGraceTime: '10 seconds',
    // as many polls as there is work: a fixed number is too few under load, or too many at rest
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    activityTaskPollerBehavior: { type: 'autoscaling' },
    ...versioning(version),
    ...setup.options,
    ...workflowsOf(setup),
    interceptors: interceptorsOf(setup),
    activities: { ...setup.activities, ...platformActivities },
  });
}

/** What `npm run build` made; without it the sources, bundled at every start. */
function workflowsOf({ workflowsPath }: WorkerSetup): Partial<WorkerOptions> {
  const { TEMPORAL_WORKFLOW_BUNDLE: codePath } = process.env;
  return codePath ? { workflowBundle: { codePath } } : { workflowsPath };
}

/** The project's own come behind that of the platform; those of workflows are in the bundle, where there is one. */
function interceptorsOf({
  options = {},
}: WorkerSetup): WorkerOptions['interceptors'] {
  const { TEMPORAL_WORKFLOW_BUNDLE: bundle } = process.env;
  const {
    workflowModules,
    activity = [],
    ...others
  } = options.interceptors ?? {};
  return {
    ...others,
    activity: [refuseLargeResults, ...activity],
    ...(bundle || !workflowModules ? {} : { workflowModules }),
  };
}
