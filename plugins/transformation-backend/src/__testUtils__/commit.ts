import type { GitRemote } from '@ameide/plugin-transformation-node';
import { pushTree, type PushResult } from '../git/push';

/** A commit that somebody makes by hand on a branch of a remote. */
export const commitByHand = (
  remote: GitRemote,
  files: Record<string, string>,
  branch = 'main',
): Promise<PushResult> =>
  pushTree(remote, {
    baseBranch: branch,
    headBranch: branch,
    message: 'By hand',
    signature: { name: 'T', email: 't@localhost', at: new Date(1e12) },
    parentOf: ({ head }) => head,
    change: async () => ({
      write: Object.entries(files).map(([path, content]) => ({
        path,
        content,
      })),
      remove: [],
    }),
  });
