import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TemporalConfig } from '../config';
import type { DesiredWorker } from '../deployments/desired';

/** Heap of one worker, in mebibytes. */
const HEAP_MB = 512;
const LAST_LINES = 20;

/** In a line of text, or in one of JSON. */
const saysReady = (line: string) => line.includes('Worker ready');

/** A worker in a process of its own. */
export interface WorkerProcess {
  status: 'deploying' | 'deployed' | 'failed';
  message?: string;
  updatedAt: string;
  stop(): Promise<void>;
}

/**
 * Starts the worker of a checked-out project: foreign code, so with an empty
 * environment but for what the worker needs, and a bounded heap.
 *
 * @param bundle - path of the workflow bundle in the project; without one the worker makes its own
 * @param pidDir - remembers the process, so that a killed backend's successor can end it
 * @param onExit - told when it ends without having been stopped
 */
export function startWorker(
  dir: string,
  bundle: string | undefined,
  desired: DesiredWorker,
  temporal: TemporalConfig,
  pidDir: string,
  onExit: () => void,
): WorkerProcess {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, 'src/worker.ts'],
    {
      cwd: dir,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: desired.namespace,
        TEMPORAL_TASK_QUEUE: desired.taskQueue,
        ...(bundle && { TEMPORAL_WORKFLOW_BUNDLE: bundle }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stopped = false;
  const closed = new Promise<void>(resolve => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const worker: WorkerProcess = {
    status: 'deploying',
    updatedAt: new Date().toISOString(),
    async stop() {
      stopped = true;
      if (child.exitCode !== null || child.signalCode) return;
      const killer = setTimeout(() => child.kill('SIGKILL'), 8_000);
      child.kill('SIGTERM');
      await closed;
      clearTimeout(killer);
    },
  };
  const lines: string[] = [];
  const become = (status: WorkerProcess['status'], message?: string) =>
    Object.assign(worker, {
      status,
      message,
      updatedAt: new Date().toISOString(),
    });
  const read = (chunk: Buffer) => {
    lines.push(...chunk.toString().split('\n').filter(Boolean));
    lines.splice(0, lines.length - LAST_LINES);
    if (worker.status === 'deploying' && lines.some(saysReady)) {
      become('deployed');
    }
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const pidFile = join(pidDir, `${child.pid}`);
  void mkdir(pidDir, { recursive: true }).then(() => writeFile(pidFile, dir));
  child.once('error', error => become('failed', error.message));
  child.once('exit', (code, signal) => {
    void rm(pidFile, { force: true });
    if (stopped) return;
    become(
      'failed',
      `The worker ended with ${signal ?? `exit code ${code}`}: ${lines
        .slice(-5)
        .join(' / ')}`,
    );
    onExit();
  });
  return worker;
}

/** Stands where no process is: before it is started, or where it could not be. */
export function withoutProcess(
  status: WorkerProcess['status'],
  message?: string,
): WorkerProcess {
  const updatedAt = new Date().toISOString();
  return { status, message, updatedAt, stop: async () => {} };
}

/** Ends the workers that a killed backend left behind. */
export async function endStrayWorkers(pidDir: string): Promise<void> {
  const pids = await readdir(pidDir).catch(() => []);
  for (const pid of pids) {
    const dir = await readFile(join(pidDir, pid), 'utf8').catch(() => '');
    if (/^\d+$/.test(pid) && dir && (await isWorker(pid))) {
      process.kill(Number(pid), 'SIGKILL');
    }
    await rm(join(pidDir, pid), { force: true });
  }
}

/** Numbers of processes are used again; only one that looks like a worker is ended. */
async function isWorker(pid: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)('ps', [
      '-o',
      'args=',
      '-p',
      pid,
    ]);
    return stdout.includes('src/worker.ts');
  } catch {
    return false;
  }
}
