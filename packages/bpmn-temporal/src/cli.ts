import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile';
import type { Diagnostic } from './types';

const usage = 'bpmn-temporal compile FILE --out DIR [--name NAME] [--check]';

/** The command line; answers the exit code: 0 well, 1 refused or drifted, 2 wrong usage. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      name: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  const [command, file] = positionals;
  if (command !== 'compile' || !file || !values.out) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const source = readFileSync(file, 'utf8');
  const name =
    values.name ??
    basename(file)
      .replace(/\.bpmn$/i, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  const result = await compile(source, { name });
  for (const diagnostic of result.diagnostics)
    process.stderr.write(`${format(file, diagnostic)}\n`);
  if (result.files.length === 0) return 1;
  if (values.check) return drift(values.out, source);
  for (const { path, content, owner } of result.files) {
    const target = join(values.out, path);
    if (owner === 'engineer' && existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return 0;
}

/** Compares what is there with the lock file: which of the compiler's files were edited, and is the drawing a newer one? */
function drift(out: string, source: string): number {
  const lock = JSON.parse(
    readFileSync(join(out, 'factory.lock.json'), 'utf8'),
  ) as {
    drawing: { path: string; sha256: string };
    files: Record<string, string>;
  };
  const edited = Object.entries(lock.files).filter(
    ([path, digest]) => digestOf(join(out, path)) !== digest,
  );
  for (const [path] of edited)
    process.stderr.write(
      `${path}: edited or missing, but the compiler owns it\n`,
    );
  const stale = sha256(source) !== lock.drawing.sha256;
  if (stale)
    process.stderr.write(
      `${lock.drawing.path}: the drawing has changed since it was compiled\n`,
    );
  return edited.length > 0 || stale ? 1 : 0;
}

function digestOf(path: string): string | undefined {
  return existsSync(path) ? sha256(readFileSync(path, 'utf8')) : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function format(
  file: string,
  { code, severity, message, hint, line = 1, column = 1 }: Diagnostic,
): string {
  return `${file}:${line}:${column}: ${severity} ${code}: ${message}. ${hint}`;
}
