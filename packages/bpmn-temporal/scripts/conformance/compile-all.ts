import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src';
import type { CompileResult, ProcessInterface } from '../../src';
import type { Suite } from './suite';

/** A model of the suite, compiled; refused where it has no files. */
export interface Model {
  source: string;
  result: CompileResult;
  /** What refused it: the codes of its errors, or what the compiler threw. */
  refusal?: string;
}

/** Compiles the models of all cases, each once; by path. */
export async function compileAll(suites: Suite[]): Promise<Map<string, Model>> {
  const models = new Map<string, Model>();
  for (const { folder, cases } of suites)
    for (const { file } of cases) {
      const path = join(folder, file);
      if (!models.has(path)) models.set(path, await compileModel(path));
    }
  return models;
}

async function compileModel(path: string): Promise<Model> {
  const source = readFileSync(path, 'utf8');
  try {
    const result = await compile(source, { name: 'conformance' });
    if (result.files.length) return { source, result };
    const errors = result.diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    const codes = new Set(
      errors.map(({ code, elementId }) => `${code} ${elementId ?? ''}`.trim()),
    );
    return { source, result, refusal: [...codes].join(', ') };
  } catch (error) {
    const nothing = {
      files: [],
      diagnostics: [],
      sourceMap: [],
      processes: [],
    };
    const [reason = ''] = String((error as Error).stack).split('\n    at ', 1);
    return { source, result: nothing, refusal: `the compiler threw ${reason}` };
  }
}

export type { ProcessInterface };
