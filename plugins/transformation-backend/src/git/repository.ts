import { git, gitOptional } from './git';

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
