import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { waitFor } from './waitFor';

/** A program that runs beside the script; what it prints goes to a log file. */
export interface Child {
  process: ChildProcess;
  log: string;
  /** Whether it has ended, wanted or not. */
  ended(): boolean;
  /** The end of its log. */
  lastLines(): string;
  /** Asks it to end, and after a while makes it. */
  stop(): Promise<void>;
}

/** How a child is started. */
export interface ChildOptions {
  log: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Time it has to end by itself once it is asked to. */
  graceMs?: number;
}

/**
 * Starts a program. It gets a process group of its own, so that Ctrl-C reaches
 * it through us alone. It writes its log itself: were we to be killed, it would
 * not choke on a pipe that nobody reads.
 */
export function startChild(
  program: string,
  args: string[],
  { log, env, cwd, graceMs = 15_000 }: ChildOptions,
): Child {
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, 'w');
  const child = spawn(program, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', out, out],
    detached: true,
  });
  closeSync(out);
  const closed = new Promise<void>(resolve => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  if (child.pid) {
    writeFileSync(pidFile(log), `${child.pid} ${basename(program)}`);
  }
  return {
    process: child,
    log,
    ended,
    lastLines: () =>
      readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n'),
    async stop() {
      if (!ended()) {
        child.kill('SIGTERM');
        const killer = setTimeout(() => endGroup(child.pid), graceMs);
        await closed;
        clearTimeout(killer);
      }
      // what it started itself and did not end
      endGroup(child.pid);
      rmSync(pidFile(log), { force: true });
    },
  };
}

const pidFile = (log: string) => `${log}.pid`;

function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // it ended by itself meanwhile
  }
}

/**
 * Ends what a killed predecessor left behind under a log. Numbers of processes
 * are used again: only one that still is the program that was started is ended.
 */
export async function endStray(log: string): Promise<void> {
  if (!existsSync(pidFile(log))) return;
  const [pid, program] = readFileSync(pidFile(log), 'utf8').split(' ');
  rmSync(pidFile(log));
  if (!commandOf(pid).includes(program)) return;
  endGroup(Number(pid));
  await waitFor(
    `The end of the process ${pid} of an earlier start`,
    async () => commandOf(pid) === '' || undefined,
    { seconds: 5, everyMs: 50 },
  );
}

/** What a process was started as; empty where there is none. */
function commandOf(pid: string): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', pid], {
      encoding: 'utf8',
    }).replace(/^.*<defunct>\s*$/, '');
  } catch {
    return '';
  }
}
