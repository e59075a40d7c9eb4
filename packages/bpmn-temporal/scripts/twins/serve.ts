import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { platformActivities } from '../../src/platform/activities';
import { packages } from './project';

const nothing = () => undefined;
const silent = {
  log: nothing,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};

/** What the worker needs of a module of workflows; packages are found wherever the module lies. */
export function bundle(
  workflowsPath: string,
  preloadModules: string[] = [],
): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath,
    preloadModules,
    logger: silent,
    webpackConfigHook: config => {
      config.resolve?.modules?.push(packages);
      return config;
    },
  });
}

/** Bytes of the code of a bundle; the source map in it is a comment. */
export function sizeOf({ code }: { readonly code: string }): number {
  return Buffer.byteLength(code.replace(/^\/\/# sourceMappingURL=.*$/gm, ''));
}

/** Serves the workflows while the work is done. */
export async function serve<T>(
  environment: TestWorkflowEnvironment,
  taskQueue: string,
  workflowBundle: WorkflowBundleWithSourceMap,
  activities: Record<string, (...args: unknown[]) => Promise<unknown>>,
  work: () => Promise<T>,
): Promise<T> {
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue,
    // equally long on both sides, and on every machine: it is in the history
    identity: 'worker',
    workflowBundle,
    activities: { ...platformActivities, ...activities },
    maxConcurrentActivityTaskExecutions: 500,
    shutdownGraceTime: 0,
  });
  return worker.runUntil(work);
}
