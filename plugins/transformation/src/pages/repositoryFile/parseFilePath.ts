/** Where a file of the local forge stands. */
export interface FilePlace {
  /** `services/{name}` or `gitops`. */
  repository: string;
  branch: string;
  path: string;
}

/**
 * Reads `{tenant}/{repository}/blob/{branch}/{path}`; the repository may hold one slash, and the tenant may be left out
 * (it is the signed-in person's, and the API goes by that alone).
 *
 * @returns undefined where the text is no such place
 */
export function parseFilePath(rest: string): FilePlace | undefined {
  const segments = rest.split('/').filter(Boolean);
  const blob = segments.indexOf('blob');
  const [branch, ...path] = segments.slice(blob + 1);
  if (blob < 1 || !branch || !path.length) return undefined;
  const before = segments.slice(0, blob);
  const known = before.at(-2) === 'services' || before.at(-1) === 'gitops';
  const repository = known
    ? before.slice(before.at(-1) === 'gitops' ? -1 : -2)
    : before.slice(before.length > 1 ? 1 : 0);
  if (before.length - repository.length > 1 || repository.length > 2) {
    return undefined;
  }
  return { repository: repository.join('/'), branch, path: path.join('/') };
}
