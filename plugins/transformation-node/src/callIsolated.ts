import { Worker } from 'node:worker_threads';

/** A function to be called in a thread of its own: a module's file and the name of its export. */
export interface IsolatedFunction {
  modulePath: string;
  exportName: string;
}

/** The call took longer or more memory than it was given. */
export class IsolationLimitError extends Error {}

const HOST = `
  const { parentPort, workerData } = require('node:worker_threads');
  const run = require(workerData.modulePath)[workerData.exportName];
  Promise.resolve(run(...workerData.args)).then(
    value => parentPort.postMessage({ value }),
    error => parentPort.postMessage({ error: String(error && error.stack || error) }),
  );
`;

/**
 * Calls a function in a worker thread, so that a hostile or huge input can
 * neither block nor bring down the backend. Arguments and result are copied.
 *
 * @param limits - wall time in milliseconds, heap in mebibytes
 * @throws IsolationLimitError where a limit was hit; an Error where the function failed
 */
export async function callIsolated<T>(
  { modulePath, exportName }: IsolatedFunction,
  args: unknown[],
  limits: { timeoutMs: number; memoryMb: number },
): Promise<T> {
  const worker = new Worker(HOST, {
    eval: true,
    workerData: { modulePath, exportName, args },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    // from source, as in development and tests, the thread needs the loader for TypeScript too
    execArgv: /\.tsx?$/.test(modulePath)
      ? [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ]
      : [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new IsolationLimitError(
              `took longer than the ${limits.timeoutMs / 1000} s it was given`,
            ),
          ),
        limits.timeoutMs,
      );
      worker.once('message', (answer: { value: T } | { error: string }) => {
        if ('error' in answer) reject(new Error(answer.error));
        else resolve(answer.value);
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new IsolationLimitError(
                `needed more than the ${limits.memoryMb} MiB of memory it was given`,
              )
            : error,
        ),
      );
      worker.once('exit', code =>
        reject(new Error(`the thread ended with exit code ${code}`)),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
