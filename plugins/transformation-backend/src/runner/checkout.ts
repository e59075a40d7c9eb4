import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git } from '../git/git';
import { exists } from './projectScript';

/**
 * Puts a commit's files into a folder, with the factory's own installed
 * packages as its dependencies. A folder that is there already is complete.
 */
export async function checkout(
  gitDir: string,
  commit: string,
  dir: string,
): Promise<void> {
  if (await exists(dir)) return;
  const half = `${dir}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await git(['read-tree', commit], {
    gitDir,
    env: { GIT_INDEX_FILE: join(half, '.index') },
  });
  await git(['checkout-index', '--all', '--quiet', `--prefix=${half}/`], {
    gitDir,
    env: { GIT_INDEX_FILE: join(half, '.index'), GIT_WORK_TREE: half },
  });
  await rm(join(half, '.index'));
  await symlink(factoryModules(), join(half, 'node_modules'), 'dir');
  await rename(half, dir);
}

/** The `node_modules` that Temporal's worker stands in. */
function factoryModules(): string {
  const worker = dirname(require.resolve('@temporalio/worker/package.json'));
  return dirname(dirname(worker));
}
