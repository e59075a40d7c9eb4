import type { NativeConnection, WorkerOptions } from '@temporalio/worker';

/** The build of a worker deployment; with it running instances stay on the build that started them. */
export interface Version {
  readonly deploymentName: string;
  readonly buildId: string;
}

/** What TEMPORAL_DEPLOYMENT_NAME and TEMPORAL_WORKER_BUILD_ID say; undefined where one of them is missing. */
export function ownVersion(): Version | undefined {
  const {
    TEMPORAL_DEPLOYMENT_NAME: deploymentName,
    TEMPORAL_WORKER_BUILD_ID: buildId,
  } = process.env;
  return deploymentName && buildId ? { deploymentName, buildId } : undefined;
}

export function versioning(
  version: Version | undefined,
): Partial<WorkerOptions> {
  if (!version) return {};
  return {
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version,
      defaultVersioningBehavior: 'PINNED',
    },
  };
}

/**
 * Makes the build the one that new instances get; the server knows it a moment after the first poll, and its task
 * queues know of it a moment after that.
 */
export async function makeCurrent(
  { workflowService }: NativeConnection,
  namespace: string,
  version: Version,
): Promise<void> {
  const { deploymentName } = version;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await workflowService.setWorkerDeploymentCurrentVersion({
        namespace,
        ...version,
        identity: `worker of ${version.buildId}`,
        ignoreMissingTaskQueues: true,
      });
      break;
    } catch (error) {
      if (attempt === 60) throw error;
      await pause(500);
    }
  }
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const { workerDeploymentInfo } =
      await workflowService.describeWorkerDeployment({
        namespace,
        deploymentName,
      });
    if (workerDeploymentInfo?.routingConfigUpdateState !== inProgress) return;
    await pause(100);
  }
}

/** Temporal's number for task queues that have not all been told of the current build. */
const inProgress = 1;

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** Asks again and again whether new instances get this build; always, where builds are not told apart. */
export function watchCurrent(
  { workflowService }: NativeConnection,
  namespace: string,
  version: Version | undefined,
): { isCurrent(): boolean; look(): Promise<void>; stop(): void } {
  if (!version)
    return { isCurrent: () => true, look: async () => {}, stop: () => {} };
  const { deploymentName, buildId } = version;
  let current = false;
  const look = async () => {
    const answer = await workflowService
      .describeWorkerDeployment({ namespace, deploymentName })
      .catch(() => undefined);
    const { currentDeploymentVersion: found, rampingDeploymentVersion: ramp } =
      answer?.workerDeploymentInfo?.routingConfig ?? {};
    current = found?.buildId === buildId && !ramp;
  };
  const timer = setInterval(() => void look(), 2_000);
  timer.unref();
  return { isCurrent: () => current, look, stop: () => clearInterval(timer) };
}
