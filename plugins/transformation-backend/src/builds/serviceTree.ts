import type { GeneratedFile } from '@ameide/plugin-transformation-common';
import { listFiles } from '../git/repository';
import type { TreeChange } from '../git/writeCommit';

/** A compiler's file, by its name; see the design, section 4, principle 5. */
const COMPILER_OWNED = /\.gen\.[a-z]+$/;

/**
 * What a build changes in a service repository: the compiler's files are
 * written and old ones removed, an engineer's file is written only where it
 * is missing.
 *
 * @param template - files of the template, which go before the builders' own
 */
export async function serviceTree(
  gitDir: string,
  parent: string | undefined,
  generated: GeneratedFile[],
  template: { path: string; content: string }[],
): Promise<TreeChange> {
  const existing = new Set(parent ? await listFiles(gitDir, parent) : []);
  const offered = new Map<string, GeneratedFile>();
  for (const file of generated) offered.set(file.path, file);
  for (const { path, content } of template) {
    if (offered.get(path)?.owner !== 'compiler') {
      offered.set(path, { path, content, owner: 'engineer' });
    }
  }
  return {
    write: [...offered.values()].filter(
      ({ path, owner }) => owner === 'compiler' || !existing.has(path),
    ),
    remove: [...existing].filter(
      path => COMPILER_OWNED.test(path) && !offered.has(path),
    ),
  };
}
