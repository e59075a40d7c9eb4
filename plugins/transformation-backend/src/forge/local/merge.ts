import { ConflictError } from '@backstage/errors';
import type { PullRequest } from '@ameide/plugin-transformation-common';
import { git, GitError } from '../../git/git';
import { commitOf, isAncestor } from '../../git/repository';
import { MAIN } from './repositories';

/** What a merge would make: its tree, or why there is none. */
export async function tryMerge(
  gitDir: string,
  base: string,
  head: string,
): Promise<{ tree: string } | { problem: string }> {
  try {
    const out = await git(
      [
        'merge-tree',
        '--write-tree',
        '--name-only',
        '--no-messages',
        base,
        head,
      ],
      { gitDir },
    );
    return { tree: out.split('\n')[0] };
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) {
      return {
        problem: `The branch contradicts ${MAIN}; build the newest revision again, or merge ${MAIN} into the branch by hand`,
      };
    }
    throw error;
  }
}

/**
 * Merges a pull request's head into the main branch.
 *
 * @param now - when, and `by` who, the merge commit says it is from
 * @returns the merge commit
 * @throws ConflictError
 */
export async function mergeIntoMain(
  gitDir: string,
  { headCommit, title, repository, number }: PullRequest,
  by: string,
  now: Date,
): Promise<string> {
  const base = (await commitOf(gitDir, `refs/heads/${MAIN}`))!;
  // merged before, when only the record of it was lost
  if (await isAncestor(gitDir, headCommit, base)) return base;
  const merged = await tryMerge(gitDir, base, headCommit);
  if ('problem' in merged) throw new ConflictError(merged.problem);
  const date = `${Math.floor(now.getTime() / 1000)} +0000`;
  const identity = {
    GIT_AUTHOR_NAME: by,
    GIT_AUTHOR_EMAIL: 'factory@localhost',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'Ameide Factory',
    GIT_COMMITTER_EMAIL: 'factory@localhost',
    GIT_COMMITTER_DATE: date,
  };
  const message = `${title}\n\nMerge pull request ${repository}#${number}\n`;
  const commit = await git(
    ['commit-tree', merged.tree, '-p', base, '-p', headCommit],
    { gitDir, input: message, env: identity },
  );
  await git(['update-ref', `refs/heads/${MAIN}`, commit.trim(), base], {
    gitDir,
  });
  return commit.trim();
}
