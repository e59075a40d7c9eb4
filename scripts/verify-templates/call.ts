import { spawn } from 'node:child_process';

export interface CallOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Until it is ended; 10 minutes. */
  timeoutMs?: number;
}

/**
 * Runs a program of an output, or one that looks at it.
 *
 * @returns what it wrote to the standard output
 * @throws Error with the end of all it wrote, where it fails
 */
export function call(
  program: string,
  args: string[],
  { cwd, env, timeoutMs = 600_000 }: CallOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let out = '';
    let all = '';
    child.stdout.on('data', chunk => {
      out += chunk;
      all += chunk;
    });
    child.stderr.on('data', chunk => {
      all += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(out);
      const end = all.trimEnd().split('\n').slice(-25).join('\n');
      return reject(
        new Error(`${program} ended with ${signal ?? code}:\n${end}`),
      );
    });
  });
}
