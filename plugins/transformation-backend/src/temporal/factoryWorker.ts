import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import type { TemporalConfig } from '../config';
import { connectWorker } from './connection';

/** What the factory's worker needs. */
export interface FactoryWorkerOptions {
  config: TemporalConfig;
  taskQueue: string;
  activities: object;
  /** Gives the file of the workflow bundle. */
  bundle: () => Promise<string>;
  logger: LoggerService;
}

/**
 * Runs the worker of the factory's own workflows inside the backend. While
 * Temporal cannot be reached it tries again, and the rest of the backend works.
 *
 * @returns a function that stops it and waits for what it is doing
 */
export function runFactoryWorker(
  options: FactoryWorkerOptions,
): () => Promise<void> {
  const stopping = new AbortController();
  const ended = keepRunning(options, stopping.signal);
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function keepRunning(
  { config, taskQueue, activities, bundle, logger }: FactoryWorkerOptions,
  stop: AbortSignal,
): Promise<void> {
  installRuntime();
  let told = false;
  while (!stop.aborted) {
    let connection: NativeConnection | undefined;
    try {
      connection = await connectWorker(config);
      const worker = await Worker.create({
        connection,
        namespace: config.namespace,
        taskQueue,
        activities,
        workflowBundle: { codePath: await bundle() },
        shutdownGraceTime: '5 seconds',
      });
      logger.info(
        `Worker of the factory polls ${taskQueue} at ${config.address}`,
      );
      told = false;
      const shutdown = () => {
        if (worker.getState() === 'RUNNING') worker.shutdown();
      };
      stop.addEventListener('abort', shutdown, { once: true });
      if (stop.aborted) shutdown();
      await worker.run();
    } catch (error) {
      if (!told) {
        logger.warn(
          `Builds wait: Temporal cannot be used at ${config.address} (${
            (error as Error).message
          }); trying again every 2 s`,
        );
        told = true;
      }
    } finally {
      await connection?.close().catch(() => {});
    }
    await sleep(2_000, undefined, { signal: stop }).catch(() => {});
  }
}

/** The backend handles signals itself; Temporal's runtime must not end the process. */
function installRuntime(): void {
  try {
    Runtime.install({
      shutdownSignals: [],
      logger: new DefaultLogger('WARN'),
    });
  } catch {
    // installed before, as in tests with several backends
  }
}
