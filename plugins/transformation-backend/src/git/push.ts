import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitRemote } from '@ameide/plugin-transformation-node';
import { git } from './git';
import { commitOf } from './repository';
import { writeCommit, type Signature, type TreeChange } from './writeCommit';

/** What stands in a remote repository before a push. */
export interface RemoteState {
  gitDir: string;
  /** Newest commit of the base branch; undefined in a new repository. */
  base?: string;
  /** Newest commit of the branch that is written; undefined where it is not there yet. */
  head?: string;
}

/** What is to be pushed. */
export interface PushRequest {
  baseBranch: string;
  headBranch: string;
  message: string;
  signature: Signature;
  /** Which commit to build on; commonly the head of an open pull request, else the base. */
  parentOf(state: RemoteState): string | undefined;
  /** Told with the parent, so that it can keep what stands there. */
  change(gitDir: string, parent: string | undefined): Promise<TreeChange>;
}

/** What a push has done. */
export interface PushResult {
  base?: string;
  /** The commit that the head branch stands at, or would stand at. */
  commit?: string;
  /** Whether the commit says anything that the base does not. */
  differsFromBase: boolean;
}

/**
 * Brings a branch of a remote to a tree. The same request on the same remote
 * makes the same commit, so that a push that is tried again does nothing; a
 * branch that somebody else moved meanwhile is not overwritten.
 *
 * @throws GitError where the remote refuses
 */
export async function pushTree(
  remote: GitRemote,
  request: PushRequest,
): Promise<PushResult> {
  const { baseBranch, headBranch } = request;
  return withClone(remote, async gitDir => {
    const base = await commitOf(gitDir, `refs/remote/${baseBranch}`);
    const head = await commitOf(gitDir, `refs/remote/${headBranch}`);
    const parent = request.parentOf({ gitDir, base, head });
    const commit = await writeCommit(
      gitDir,
      parent,
      await request.change(gitDir, parent),
      request.message,
      request.signature,
    );
    if (commit === base) return { base, commit, differsFromBase: false };
    if (commit !== head) {
      await pushRef(remote, gitDir, headBranch, head, commit);
    }
    return { base, commit, differsFromBase: true };
  });
}

/**
 * Takes a branch back from where a push brought it. Where the commit it stood
 * at before is not to be had any more, or there was none, the branch goes.
 */
export async function undoPush(
  remote: GitRemote,
  branch: string,
  pushed: string,
  previous: string | undefined,
): Promise<void> {
  await withClone(remote, async gitDir => {
    const target = previous && (await commitOf(gitDir, previous));
    await pushRef(remote, gitDir, branch, pushed, target ?? '');
  });
}

/** Moves a branch of the remote, unless it stands elsewhere than expected; an empty commit deletes it. */
async function pushRef(
  remote: GitRemote,
  gitDir: string,
  branch: string,
  expected: string | undefined,
  commit: string | undefined,
): Promise<void> {
  const ref = `refs/heads/${branch}`;
  await git(
    [
      'push',
      '--quiet',
      `--force-with-lease=${ref}:${expected ?? ''}`,
      remote.url,
      `${commit}:${ref}`,
    ],
    { gitDir, config: remote.config },
  );
}

/** Gives `work` a bare copy of the remote; its branches are at `refs/remote/`. */
async function withClone<T>(
  remote: GitRemote,
  work: (gitDir: string) => Promise<T>,
): Promise<T> {
  const gitDir = await mkdtemp(join(tmpdir(), 'ameide-push-'));
  try {
    await git(['init', '--quiet', '--bare', gitDir]);
    await git(
      [
        'fetch',
        '--quiet',
        '--no-tags',
        remote.url,
        '+refs/heads/*:refs/remote/*',
      ],
      { gitDir, config: remote.config },
    );
    return await work(gitDir);
  } finally {
    await rm(gitDir, { recursive: true, force: true });
  }
}
