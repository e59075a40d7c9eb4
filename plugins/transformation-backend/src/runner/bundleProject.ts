import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where the build of a compiled project puts its bundle. */
const BUNDLE = join('dist', 'workflows.js');
const MOST_MS = 120_000;

/**
 * Does what `npm run build` does in a checked-out project, once: the bundle
 * spares every start of the worker webpack's time and memory.
 *
 * @returns the bundle's path in the project
 * @throws Error with the end of what the build said
 */
export async function bundleProject(dir: string): Promise<string> {
  const done = await access(join(dir, BUNDLE)).then(
    () => true,
    () => false,
  );
  if (!done) {
    await promisify(execFile)(
      process.execPath,
      ['--max-old-space-size=1024', join('src', 'bundle.gen.ts')],
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
