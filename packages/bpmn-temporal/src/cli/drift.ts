import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage';

/** Compares a project with its lock file: which of the compiler's files were edited, and is the drawing a newer one? */
export function driftOf(folder: string, source: string): string[] {
  const path = join(folder, 'compile.lock.json');
  if (!existsSync(path))
    throw new UsageError(
      `${folder} is no compiled project: it has no compile.lock.json`,
    );
  const lock = JSON.parse(readFileSync(path, 'utf8')) as {
    drawing: { path: string; sha256: string };
    files: Record<string, string>;
  };
  const edited = Object.entries(lock.files)
    .filter(([file, digest]) => digestOf(join(folder, file)) !== digest)
    .map(([file]) => `${file}: edited or missing, but the compiler owns it`);
  const stale =
    sha256(source) === lock.drawing.sha256
      ? []
      : [`${lock.drawing.path}: the drawing has changed since it was compiled`];
  return [...edited, ...stale];
}

function digestOf(path: string): string | undefined {
  return existsSync(path) ? sha256(readFileSync(path, 'utf8')) : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
