import { git } from './git';
import { commitOf } from './repository';

/** A change of a tree: files to write and paths to remove; all else stays. */
export interface TreeChange {
  write: { path: string; content: string }[];
  remove: string[];
}

/** Who and when a commit says it is from. Both are given, so that the same input makes the same commit. */
export interface Signature {
  name: string;
  email: string;
  at: Date;
}

/**
 * Writes a commit with one `git fast-import`, without a work tree.
 *
 * @param parent - undefined makes a first commit
 * @returns the new commit, or `parent` where the change changes nothing
 */
export async function writeCommit(
  gitDir: string,
  parent: string | undefined,
  change: TreeChange,
  message: string,
  signature: Signature,
): Promise<string> {
  const scratch = `refs/scratch/${process.pid}-${Math.random()
    .toString(36)
    .slice(2)}`;
  const when = `${Math.floor(signature.at.getTime() / 1000)} +0000`;
  const stream = [
    `commit ${scratch}`,
    `committer ${plain(signature.name)} <${plain(signature.email)}> ${when}`,
    data(message),
    ...(parent ? [`from ${parent}`] : []),
    ...change.remove.map(path => `D ${quoted(path)}`),
    ...change.write.flatMap(({ path, content }) => [
      `M 100644 inline ${quoted(path)}`,
      data(content),
    ]),
    '',
  ].join('\n');
  try {
    await git(['fast-import', '--quiet', '--date-format=raw'], {
      gitDir,
      input: stream,
    });
    const commit = (await commitOf(gitDir, scratch))!;
    if (
      parent &&
      (await treeOf(gitDir, parent)) === (await treeOf(gitDir, commit))
    ) {
      return parent;
    }
    return commit;
  } finally {
    await git(['update-ref', '-d', scratch], { gitDir });
  }
}

function treeOf(gitDir: string, commit: string): Promise<string> {
  return git(['rev-parse', `${commit}^{tree}`], { gitDir });
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text, 'utf8')}\n${text}`;
}

/** A path as fast-import's C-style string. */
function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

/** A name or address: what git's grammar reserves is left out. */
function plain(text: string): string {
  return text.replace(/[<>\n\0]/g, '');
}
