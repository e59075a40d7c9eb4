import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, UsageError } from './usage';

/**
 * Compares a project with its lock file: which of the compiler's files were edited, and is the drawing a newer one, or
 * one of the DMN files that came with it?
 */
export function driftOf(
  folder: string,
  source: string,
  decisions: Readonly<Record<string, string>>,
): string[] {
  const path = join(folder, 'compile.lock.json');
  if (!existsSync(path))
    throw new UsageError(
      `${folder} is no compiled project: it has no compile.lock.json`,
    );
  const lock = readJson(path) as {
    drawing: { path: string; sha256: string };
    decisions?: Record<string, string>;
    files: Record<string, string>;
  };
  const known = lock.decisions ?? {};
  const edited = Object.entries(lock.files)
    .filter(([file, digest]) => digestOf(join(folder, file)) !== digest)
    .map(([file]) => `${file}: edited or missing, but the compiler owns it`);
  const stale =
    sha256(source) === lock.drawing.sha256
      ? []
      : [`${lock.drawing.path}: the drawing has changed since it was compiled`];
  const names = new Set([...Object.keys(known), ...Object.keys(decisions)]);
  const decided = [...names]
    .filter(name => digestOfText(decisions[name]) !== known[name])
    .map(
      name => `${name}: the decisions have changed since they were compiled`,
    );
  return [...edited, ...stale, ...decided];
}

function digestOf(path: string): string | undefined {
  return existsSync(path) ? sha256(readFileSync(path, 'utf8')) : undefined;
}

function digestOfText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : sha256(text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
