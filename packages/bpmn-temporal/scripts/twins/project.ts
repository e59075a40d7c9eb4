import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile } from '../../src';
import type { ProcessInterface } from '../../src';

/** The packages of the repository, for code that lies elsewhere. */
export const packages = join(__dirname, '../../../../node_modules');

export interface Compiled {
  readonly folder: string;
  readonly workflows: string;
  readonly runtime: string;
  readonly process: ProcessInterface;
  readonly jobTypes: readonly string[];
}

/**
 * Compiles a drawing and writes the project to a folder in /tmp, for its caller to remove.
 *
 * @throws an error with the diagnostics where it is refused
 */
export async function compileProject(
  source: string,
  processId?: string,
  edits: Readonly<Record<string, string>> = {},
): Promise<Compiled> {
  const { files, diagnostics, processes } = await compile(source, {
    name: 'twin',
  });
  if (!files.length)
    throw new Error(
      `The drawing is refused:\n${diagnostics
        .map(({ code, message, elementId }) =>
          [code, elementId, message].filter(Boolean).join('  '),
        )
        .join('\n')}`,
    );
  const process = processes.find(
    one => processId === undefined || one.processId === processId,
  );
  if (!process)
    throw new Error(
      `There is no process ${processId}, but ${processes
        .map(one => one.processId)
        .join(', ')}`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'bpmn-twin-'));
  for (const { path, content: given } of files) {
    const content = edits[path] ?? given;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync(packages, join(folder, 'node_modules'));
  return {
    folder,
    workflows: join(folder, 'src/workflows.gen.ts'),
    runtime: join(folder, 'src/runtime/index.gen.ts'),
    process,
    jobTypes: processes.flatMap(({ jobs }) => jobs.map(({ type }) => type)),
  };
}
