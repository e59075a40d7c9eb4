import { availableParallelism } from 'node:os';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import Piscina from 'piscina';

/** A function to be called in another thread: a module's file and the name of its export. It keeps nothing from call to call. */
export interface IsolatedFunction {
  modulePath: string;
  exportName: string;
}

/** The call took longer or more memory than it was given. */
export class IsolationLimitError extends Error {}

/** Milliseconds that a thread which has nothing to do is kept: its modules are loaded then for the next call. */
const KEPT_MS = 30_000;

const MOST_THREADS = 4;

/** Threads by the memory that they have, and by what they can load. */
const pools = new Map<string, Piscina>();

function poolFor(modulePath: string, memoryMb: number): Piscina {
  // from source, as in development and tests, a thread needs the loader for TypeScript too
  const source = /\.tsx?$/.test(modulePath);
  const key = `${memoryMb} ${source}`;
  const known = pools.get(key);
  if (known) return known;
  const pool = new Piscina({
    filename: resolvePackagePath(
      '@ameide/plugin-transformation-node',
      'isolation',
      'host.cjs',
    ),
    maxThreads: Math.min(availableParallelism(), MOST_THREADS),
    idleTimeout: KEPT_MS,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: source
      ? [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ]
      : [],
  });
  pools.set(key, pool);
  return pool;
}

/**
 * Calls a function in a thread of a pool, so that a hostile or huge input can
 * neither block nor bring down the backend: a thread that breaks a limit is
 * ended, and the next call has another. Arguments and result are copied.
 *
 * @param limits - wall time in milliseconds, with that of waiting for a thread; heap in mebibytes
 * @throws IsolationLimitError where a limit was hit; an Error where the function failed
 */
export async function callIsolated<T>(
  { modulePath, exportName }: IsolatedFunction,
  args: unknown[],
  limits: { timeoutMs: number; memoryMb: number },
): Promise<T> {
  const { timeoutMs, memoryMb } = limits;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await poolFor(modulePath, memoryMb).run(
      { modulePath, exportName, args },
      { signal },
    );
  } catch (error) {
    if (signal.aborted)
      throw new IsolationLimitError(
        `took longer than the ${timeoutMs / 1000} s it was given`,
      );
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new IsolationLimitError(
        `needed more than the ${memoryMb} MiB of memory it was given`,
      );
    throw error;
  }
}
