import { git, GitError, gitOptional } from '../git/git';

/** A tree that came of a merge. */
export interface MergedTree {
  tree: string;
  /** Files in which both sides have changed the same place; their text has both, marked. */
  conflicts: string[];
}

/**
 * Merges what a template makes now into what somebody has made of what it made
 * before. Commits of their own give git the three trees alone, whatever the
 * histories are.
 *
 * @param base - the commit with what the template made before
 * @param yours - the commit that somebody has come to
 * @param template - the commit with what the template makes now
 */
export async function mergeThreeWays(
  gitDir: string,
  { base, yours, template }: { base: string; yours: string; template: string },
): Promise<MergedTree> {
  const root = await bare(gitDir, base);
  // names of branches, as they stand beside the marks in a file
  const sides = { yours, template };
  for (const [name, commit] of Object.entries(sides)) {
    const single = await bare(gitDir, commit, root);
    await git(['update-ref', `refs/heads/${name}`, single], { gitDir });
  }
  const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages'];
  try {
    const out = await git([...args, '-z', 'yours', 'template'], { gitDir });
    return { tree: out.split('\0')[0], conflicts: [] };
  } catch (error) {
    // 1: merged, with conflicts
    if (!(error instanceof GitError) || error.exitCode !== 1) throw error;
    const [tree, ...conflicts] = error.stdout.split('\0').filter(Boolean);
    return { tree, conflicts };
  }
}

/** Files of a commit with marks of such a merge in them. */
export async function markedFiles(
  gitDir: string,
  commit: string,
): Promise<string[]> {
  const out = await gitOptional(
    ['grep', '-l', '-z', '-e', '^<<<<<<< yours$', commit],
    { gitDir },
  );
  return (out ?? '')
    .split('\0')
    .filter(Boolean)
    .map(found => found.slice(commit.length + 1));
}

const NOBODY = {
  GIT_AUTHOR_NAME: 'factory',
  GIT_AUTHOR_EMAIL: 'factory@localhost',
  GIT_COMMITTER_NAME: 'factory',
  GIT_COMMITTER_EMAIL: 'factory@localhost',
};

/** A commit with another one's tree, and at most one parent. */
async function bare(
  gitDir: string,
  commit: string,
  parent?: string,
): Promise<string> {
  const out = await git(
    ['commit-tree', `${commit}^{tree}`, ...(parent ? ['-p', parent] : [])],
    { gitDir, input: 'for a merge', env: NOBODY },
  );
  return out.trim();
}
