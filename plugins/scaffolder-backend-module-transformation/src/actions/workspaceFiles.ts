import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** A file of a task's workspace; the path is relative, with "/" between its parts. */
export interface WorkspaceFile {
  path: string;
  content: string;
}

/**
 * Reads a file of the workspace.
 *
 * @throws InputError where it is missing, NotAllowedError where the path leaves the workspace
 */
export async function readWorkspaceFile(
  workspace: string,
  path: string,
): Promise<string> {
  const file = resolveSafeChildPath(workspace, path);
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new InputError(
      `There is no file ${path} in the workspace; an earlier step has to make it`,
    );
  }
}

/** All files below a folder of the workspace. */
export async function listWorkspaceFiles(
  workspace: string,
  path: string,
): Promise<WorkspaceFile[]> {
  const dir = resolveSafeChildPath(workspace, path);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async file => ({
      path: relative(dir, file).split(sep).join('/'),
      content: await readFile(file, 'utf8'),
    })),
  );
}

/** Writes a file of the workspace and the folders above it. */
export async function writeWorkspaceFile(
  workspace: string,
  { path, content }: WorkspaceFile,
): Promise<void> {
  const file = resolveSafeChildPath(workspace, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
