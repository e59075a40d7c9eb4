import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the compiler says of what it wrote, in compile.lock.json. */
export interface CompileLock {
  drawing: { path: string; sha256: string };
  files: Record<string, string>;
}

const LOCK = 'compile.lock.json';

const digest = (text: string) =>
  createHash('sha256').update(text).digest('hex');

/** Where the project is not what the compiler made of the drawing; one sentence each. A worker that is written by hand has none. */
export function compiledDrift(dir: string): string[] {
  if (!existsSync(join(dir, LOCK))) return [];
  const { drawing, files } = JSON.parse(
    readFileSync(join(dir, LOCK), 'utf8'),
  ) as CompileLock;
  const found: string[] = [];
  if (
    digest(readFileSync(join(dir, drawing.path), 'utf8')) !== drawing.sha256
  ) {
    found.push(
      `${drawing.path} is not what was compiled: make drawing-push, and build the artifact`,
    );
  }
  for (const [path, sha256] of Object.entries(files)) {
    const file = join(dir, path);
    if (path === drawing.path) continue;
    if (!existsSync(file)) found.push(`${path} is missing`);
    else if (digest(readFileSync(file, 'utf8')) !== sha256) {
      found.push(`${path} was changed by hand: the next build takes it back`);
    }
  }
  return found;
}
