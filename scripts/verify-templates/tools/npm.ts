import { join } from 'node:path';
import { call } from '../call';
import { cached } from './cached';

/** The folder that packages of npm are installed into. */
export async function npmPackages(
  name: string,
  packages: string[],
): Promise<string> {
  const dir = await cached(name, scratch =>
    call('npm', [
      ...['install', '--no-audit', '--no-fund', '--ignore-scripts'],
      ...['--prefix', scratch, ...packages],
    ]),
  );
  return join(dir, 'node_modules');
}
