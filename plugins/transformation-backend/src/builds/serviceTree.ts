import type { GeneratedFile } from '@ameide/plugin-transformation-common';
import { listFiles } from '../git/repository';
import type { TreeChange } from '../git/writeCommit';
import { serviceUpdate, type ServiceUpdate } from '../services/serviceUpdate';

/** A compiler's file, by its name; see the design, section 4, principle 5. */
const COMPILER_OWNED = /\.gen\.[a-z]+$/;

/**
 * All files that a build has for a service.
 *
 * @param template - files of the template, which go before the builders' own
 */
export function offeredFiles(
  generated: GeneratedFile[],
  template: { path: string; content: string }[],
): GeneratedFile[] {
  const offered = new Map<string, GeneratedFile>();
  for (const file of generated) offered.set(file.path, file);
  for (const { path, content } of template) {
    if (offered.get(path)?.owner !== 'compiler') {
      offered.set(path, { path, content, owner: 'engineer' });
    }
  }
  return [...offered.values()];
}

/**
 * What a build changes in a service repository: the compiler's files are
 * written and old ones removed, an engineer's file is written only where it
 * is missing.
 */
export async function serviceTree(
  gitDir: string,
  parent: string | undefined,
  offered: GeneratedFile[],
): Promise<TreeChange> {
  const existing = parent ? await listFiles(gitDir, parent) : [];
  const paths = new Set(offered.map(({ path }) => path));
  return {
    write: offered.filter(
      ({ path, owner }) => owner === 'compiler' || !existing.includes(path),
    ),
    remove: existing.filter(
      path => COMPILER_OWNED.test(path) && !paths.has(path),
    ),
  };
}

/**
 * The same where a template has made the files of engineers: what it made
 * before and makes otherwise now is merged into what they have become.
 *
 * @param pristine - the commit with what it makes now
 */
export async function updatedTree(
  gitDir: string,
  parent: string | undefined,
  offered: GeneratedFile[],
  pristine: string,
): Promise<ServiceUpdate> {
  const compiled = await serviceTree(gitDir, parent, offered);
  const update = await serviceUpdate(gitDir, parent, pristine);
  const isCompiled = new Set(
    offered.filter(({ owner }) => owner === 'compiler').map(({ path }) => path),
  );
  const ofEngineers = ({ path }: { path: string }) =>
    !isCompiled.has(path) && !COMPILER_OWNED.test(path);
  return {
    write: [
      ...compiled.write.filter(({ path }) => isCompiled.has(path)),
      ...update.write.filter(ofEngineers),
    ],
    remove: [
      ...compiled.remove,
      ...update.remove.filter(path => ofEngineers({ path })),
    ],
    conflicts: update.conflicts.filter(path => ofEngineers({ path })),
  };
}
