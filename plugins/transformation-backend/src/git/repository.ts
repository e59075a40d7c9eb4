import { git, gitBytes, gitOptional } from './git';

/** The commit that a ref stands at; undefined where there is none. */
export async function commitOf(
  gitDir: string,
  ref: string,
): Promise<string | undefined> {
  const found = await gitOptional(
    ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`],
    { gitDir },
  );
  return found?.trim();
}

/** Paths of all files at a commit. */
export async function listFiles(
  gitDir: string,
  commit: string,
): Promise<string[]> {
  const out = await git(['ls-tree', '-r', '-z', '--name-only', commit], {
    gitDir,
  });
  return out.split('\0').filter(Boolean);
}

/** A file's content at a commit; undefined where it is not there. */
export function readFile(
  gitDir: string,
  commit: string,
  path: string,
): Promise<string | undefined> {
  return gitOptional(['cat-file', 'blob', `${commit}:${path}`], { gitDir });
}

/**
 * Contents of files at a commit, by one process however many there are: to start
 * one stops a large server for a moment.
 *
 * @returns by path; what is no file there is left out
 */
export async function readFiles(
  gitDir: string,
  commit: string,
  paths: string[],
): Promise<Map<string, string>> {
  const wanted = new Set(paths);
  const tree = await git(['ls-tree', '-r', '-z', commit], { gitDir });
  const blobs = tree
    .split('\0')
    // `100644 blob 2c5d…\tsrc/main.ts`
    .map(line => /^\d+ blob (\w+)\t(.+)$/s.exec(line))
    .filter(match => match !== null)
    .map(([, id, path]) => ({ id, path }))
    .filter(({ path }) => wanted.has(path));
  const out = await gitBytes(['cat-file', '--batch'], {
    gitDir,
    input: blobs.map(({ id }) => `${id}\n`).join(''),
  });
  const contents = new Map<string, string>();
  let at = 0;
  for (const { path } of blobs) {
    // `2c5d… blob 42`, a line break, 42 bytes, a line break
    const start = out.indexOf('\n', at) + 1;
    const size = Number(out.toString('latin1', at, start).split(' ')[2]);
    contents.set(path, out.toString('utf8', start, start + size));
    at = start + size + 1;
  }
  return contents;
}

/** Whether a commit is part of a branch's history. */
export async function isAncestor(
  gitDir: string,
  commit: string,
  branch: string,
): Promise<boolean> {
  const found = await gitOptional(
    ['merge-base', '--is-ancestor', commit, branch],
    { gitDir },
  );
  return found !== undefined;
}
