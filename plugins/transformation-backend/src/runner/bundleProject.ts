import { join } from 'node:path';
import { exists, runProjectScript } from './projectScript';

/** Where the build of a compiled project puts its bundle. */
const BUNDLE = join('dist', 'workflows.js');
const SCRIPT = join('src', 'bundle.gen.ts');

/**
 * Does what `npm run build` does in a checked-out project, once: the bundle
 * spares every start of the worker webpack's time and memory.
 *
 * @returns the bundle's path in the project; undefined where the project has no such build
 * @throws Error with the end of what the build said
 */
export async function bundleProject(dir: string): Promise<string | undefined> {
  if (await exists(join(dir, BUNDLE))) return BUNDLE;
  const isMade = await runProjectScript(dir, SCRIPT).catch((error: Error) => {
    throw new Error(`The workflows could not be bundled: ${error.message}`);
  });
  return isMade ? BUNDLE : undefined;
}
