import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompileResult } from '../types';
import {
  compileFile,
  compileHelp,
  compileOptions,
  decisionsOf,
  isRefused,
  lineOf,
  nameOf,
} from './compiling';
import { missingDependencies } from './dependencies';
import { driftOf } from './drift';
import { readArguments, readText, UsageError } from './usage';

export const compileFiles = {
  help: `bpmn-temporal compile FILE… --out DIR

  --out DIR          where the project goes; with several files, each to DIR/<name>
  --name NAME        name of the project and its task queue; from the file's name unless it is said
${compileHelp}  --check            writes nothing: were the compiler's files edited, is the drawing or a DMN file newer than the project, is a package
                     missing in its package.json?
`,
  async run(args: string[]): Promise<number> {
    const { values, positionals: files } = readArguments(args, {
      ...compileOptions,
      out: { type: 'string' },
      name: { type: 'string' },
      check: { type: 'boolean', default: false },
    });
    const { out } = values;
    if (!files.length || out === undefined)
      throw new UsageError('Say which drawings, and where to: FILE… --out DIR');
    if (values.name !== undefined && files.length > 1)
      throw new UsageError('--name is for one file');
    let failed = 0;
    for (const [nth, file] of files.entries()) {
      if (files.length > 1) progress(nth, files.length, file);
      const target = files.length > 1 ? join(out, nameOf(file)) : out;
      const result = await compileFile(file, values);
      for (const diagnostic of result.diagnostics)
        process.stderr.write(`${lineOf(file, diagnostic)}\n`);
      if (isRefused(result)) failed += 1;
      else if (values.check)
        failed += tell([
          ...driftOf(target, readText(file), decisionsOf(values)),
          ...missingDependencies(target, result),
        ]);
      else {
        write(target, result);
        tell(missingDependencies(target, result));
      }
    }
    if (files.length > 1)
      process.stderr.write(
        `${files.length - failed} of ${files.length} drawings compiled\n`,
      );
    return failed ? 1 : 0;
  },
};

function progress(nth: number, of: number, file: string): void {
  process.stderr.write(`[${nth + 1}/${of}] ${file}\n`);
}

/** Overwrites what is the compiler's; what is the engineer's is written once. */
function write(target: string, { files }: CompileResult): void {
  for (const { path, content, owner } of files) {
    const file = join(target, path);
    if (owner === 'engineer' && existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function tell(lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return lines.length ? 1 : 0;
}
