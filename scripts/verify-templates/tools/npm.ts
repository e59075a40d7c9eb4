import { join } from 'node:path';
import { call } from '../call';

/**
 * Installs packages of npm into a folder, without running anything of theirs.
 *
 * @returns where they are
 */
export async function npmInstall(
  dir: string,
  packages: string[],
): Promise<string> {
  await call('npm', [
    ...['install', '--no-audit', '--no-fund', '--ignore-scripts'],
    ...['--prefix', dir, ...packages],
  ]);
  return join(dir, 'node_modules');
}
