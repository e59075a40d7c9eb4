import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MOST_MS = 120_000;

/**
 * Runs a script of a checked-out project to its end: code of a drawing, so
 * with nothing of our environment, a bounded heap and two minutes' time.
 *
 * @param env - what it is to know
 * @returns false where the project has no such script
 * @throws Error with the end of what the script said
 */
export async function runProjectScript(
  dir: string,
  script: string,
  env: Record<string, string> = {},
): Promise<boolean> {
  if (!(await exists(join(dir, script)))) return false;
  await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=1024', script],
    {
      cwd: dir,
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
      timeout: MOST_MS,
      maxBuffer: 1 << 24,
    },
  ).catch((error: Error & { stderr?: string }) => {
    const said = (error.stderr ?? '').trim().split('\n').slice(-5);
    throw new Error(said.join(' / ') || error.message);
  });
  return true;
}

export function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
