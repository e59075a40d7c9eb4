import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where the build of a compiled project puts its bundle. */
const BUNDLE = join('dist', 'workflows.js');
const SCRIPT = join('src', 'bundle.gen.ts');
const MOST_MS = 120_000;

/**
 * Does what `npm run build` does in a checked-out project, once: the bundle
 * spares every start of the worker webpack's time and memory.
 *
 * @returns the bundle's path in the project; undefined where the project has no such build
 * @throws Error with the end of what the build said
 */
export async function bundleProject(dir: string): Promise<string | undefined> {
  if (!(await exists(join(dir, SCRIPT)))) return undefined;
  if (!(await exists(join(dir, BUNDLE)))) {
    await promisify(execFile)(
      process.execPath,
      ['--max-old-space-size=1024', SCRIPT],
      {
        cwd: dir,
        // code of a drawing: nothing of our environment is its business
        env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
        timeout: MOST_MS,
        maxBuffer: 1 << 24,
      },
    ).catch((error: Error & { stderr?: string }) => {
      const said = (error.stderr ?? '').trim().split('\n').slice(-5);
      throw new Error(
        `The workflows could not be bundled: ${
          said.join(' / ') || error.message
        }`,
      );
    });
  }
  return BUNDLE;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
