import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

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

/** Starts a program. It gets a process group of its own, so that Ctrl-C reaches it through us alone. */
export function startChild(
  program: string,
  args: string[],
  {
    log,
    env,
    cwd,
    graceMs = 15_000,
  }: {
    log: string;
    env?: NodeJS.ProcessEnv;
    cwd?: string;
    graceMs?: number;
  },
): Child {
  mkdirSync(dirname(log), { recursive: true });
  const out = createWriteStream(log);
  const child = spawn(program, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout.pipe(out);
  child.stderr.pipe(out);
  const closed = new Promise<void>(resolve => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const signal = (name: NodeJS.Signals) => {
    if (!child.pid) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // it ended by itself meanwhile
    }
  };
  return {
    process: child,
    log,
    ended,
    lastLines: () =>
      readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n'),
    async stop() {
      if (!ended()) {
        child.kill('SIGTERM');
        const killer = setTimeout(() => signal('SIGKILL'), graceMs);
        await closed;
        clearTimeout(killer);
      }
      // what it started itself and did not end
      signal('SIGKILL');
    },
  };
}
