import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { tenantId } from '@ameide/plugin-transformation-common';
import { git } from '../../git/git';
import { writeCommit } from '../../git/writeCommit';

/** The branch that everything is merged into. */
export const MAIN = 'main';

const REPOSITORY = /^(gitops|services\/[a-z]([a-z0-9-]{0,61}[a-z0-9])?)$/;

/** Where the local forge keeps a repository; nothing that a caller says can leave the forge's folder. */
export function repositoryDir(
  forgeDir: string,
  tenant: string,
  repository: string,
): string {
  if (!REPOSITORY.test(repository)) {
    throw new InputError(
      `repository: "${repository}" is neither gitops nor services/NAME`,
    );
  }
  return join(forgeDir, tenantId.parse(tenant), `${repository}.git`);
}

/** Makes a bare repository with an empty first commit, where it is missing. */
export async function ensureRepository(
  forgeDir: string,
  tenant: string,
  repository: string,
): Promise<string> {
  const gitDir = repositoryDir(forgeDir, tenant, repository);
  const there = await access(join(gitDir, 'refs', 'heads', MAIN)).then(
    () => true,
    () => false,
  );
  if (there) return gitDir;
  await mkdir(gitDir, { recursive: true });
  await git(['init', '--quiet', '--bare', `--initial-branch=${MAIN}`, gitDir]);
  const first = await writeCommit(
    gitDir,
    undefined,
    { write: [], remove: [] },
    'Start the repository',
    { name: 'Ameide Factory', email: 'factory@localhost', at: new Date(0) },
  );
  // the empty old value lets only one of two makers win
  await git(['update-ref', `refs/heads/${MAIN}`, first, ''], { gitDir }).catch(
    () => {},
  );
  return gitDir;
}
