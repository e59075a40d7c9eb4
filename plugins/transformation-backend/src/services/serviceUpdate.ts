import { InputError } from '@backstage/errors';
import type { Forge } from '@ameide/plugin-transformation-node';
import { pushTree, type PushRequest } from '../git/push';
import { listFiles, readFiles } from '../git/repository';
import { git } from '../git/git';
import type { TreeChange } from '../git/writeCommit';
import { answersAt } from './answers';
import { markedFiles, mergeThreeWays } from './threeWay';

/** Where the outputs of the template are kept as they were made, one commit each. */
export const PRISTINE = 'factory/base';

/** A build of an artifact of this name would write to our branch. */
const RESERVED = PRISTINE.split('/')[1];

/** A change of a service's tree by its template. */
export interface ServiceUpdate extends TreeChange {
  /** Files in which somebody has to settle something, now or since an earlier change. */
  conflicts: string[];
}

/**
 * Keeps what a template makes, as it is.
 *
 * @returns the commit of {@link PRISTINE} that has it
 * @throws InputError where the service has the name of that branch
 */
export async function pushPristine(
  forge: Pick<Forge, 'remote'>,
  service: { tenant: string; name: string; repository: string },
  commit: Pick<PushRequest, 'message' | 'signature'>,
  files: TreeChange['write'],
): Promise<string> {
  const { tenant, name, repository } = service;
  if (name === RESERVED) {
    throw new InputError(
      `service: the factory has a branch called ${name}; choose another name`,
    );
  }
  const pushed = await pushTree(await forge.remote(tenant, repository), {
    ...commit,
    baseBranch: 'main',
    headBranch: PRISTINE,
    parentOf: ({ head }) => head,
    change: (gitDir, parent) => pristineTree(gitDir, parent, files),
  });
  return pushed.commit!;
}

/** Makes a tree what the template made, and nothing else. */
async function pristineTree(
  gitDir: string,
  parent: string | undefined,
  files: TreeChange['write'],
): Promise<TreeChange> {
  const made = new Set(files.map(({ path }) => path));
  const existing = parent ? await listFiles(gitDir, parent) : [];
  return { write: files, remove: existing.filter(path => !made.has(path)) };
}

/**
 * Brings what a template makes now to a service: into a new one as it is, and
 * into one that it has made before by a merge, so that what was changed by hand
 * since then stays.
 *
 * @param parent - the commit that is changed
 * @param pristine - the commit of {@link PRISTINE} with what it makes now
 */
export async function serviceUpdate(
  gitDir: string,
  parent: string | undefined,
  pristine: string,
): Promise<ServiceUpdate> {
  // those of an open pull request that nobody has settled yet count too
  const marked = parent ? await markedFiles(gitDir, parent) : [];
  const before = parent && (await pristineBefore(gitDir, parent, pristine));
  if (!parent || !before) {
    return {
      ...(await added(gitDir, parent, pristine)),
      conflicts: marked,
    };
  }
  const { tree, conflicts } = await mergeThreeWays(gitDir, {
    base: before,
    yours: parent,
    template: pristine,
  });
  return {
    ...(await changeTo(gitDir, parent, tree)),
    conflicts: [...new Set([...marked, ...conflicts])].sort(),
  };
}

/** The output that the service stands on: the newest one with the digest that its answers name. */
async function pristineBefore(
  gitDir: string,
  parent: string,
  pristine: string,
): Promise<string | undefined> {
  const answers = await answersAt(gitDir, parent);
  if (!answers) return undefined;
  const commits = await git(['rev-list', pristine], { gitDir });
  for (const commit of commits.split('\n').filter(Boolean)) {
    const made = await answersAt(gitDir, commit);
    if (made?.digest === answers.digest) return commit;
  }
  return undefined;
}

/** A file that is there already is somebody's, and stays. */
async function added(
  gitDir: string,
  parent: string | undefined,
  pristine: string,
): Promise<TreeChange> {
  const existing = new Set(parent ? await listFiles(gitDir, parent) : []);
  const missing = (await listFiles(gitDir, pristine)).filter(
    path => !existing.has(path),
  );
  return { write: await read(gitDir, pristine, missing), remove: [] };
}

/** What has to be written and removed to come from a commit to a tree. */
async function changeTo(
  gitDir: string,
  commit: string,
  tree: string,
): Promise<TreeChange> {
  const out = await git(
    ['diff-tree', '-r', '-z', '--no-renames', '--name-status', commit, tree],
    { gitDir },
  );
  const parts = out.split('\0').filter(Boolean);
  const changed: string[] = [];
  const remove: string[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    (parts[i] === 'D' ? remove : changed).push(parts[i + 1]);
  }
  return { write: await read(gitDir, tree, changed), remove };
}

async function read(
  gitDir: string,
  at: string,
  paths: string[],
): Promise<TreeChange['write']> {
  const contents = await readFiles(gitDir, at, paths);
  return [...contents].map(([path, content]) => ({ path, content }));
}
