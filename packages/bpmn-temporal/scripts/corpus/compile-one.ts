import { compile } from '../../src';
import type { CompileResult, Diagnostic, ProcessInterface } from '../../src';
import { readDrawing } from './files';
import { isShared } from './type-check';
import type { Answer, ProcessResult, Task } from './verdict';

/** Compiles one drawing and says what became of it; what the compiler throws is a crash. */
export async function compileOne(task: Task): Promise<Answer> {
  const began = performance.now();
  const answer = await attempt(task);
  answer.result.ms = Math.round(performance.now() - began);
  return answer;
}

async function attempt({ path, file, mode, output }: Task): Promise<Answer> {
  const nothing = {
    file,
    codes: [],
    elementIds: [],
    warnings: [],
    processes: [],
    ms: 0,
  };
  try {
    const source = readDrawing(path);
    const result = await compile(source, { name: 'corpus', ...mode });
    const refused = result.files.length === 0;
    const told = (severity: Diagnostic['severity']) =>
      result.diagnostics.filter(one => one.severity === severity);
    const codes = (of: readonly Diagnostic[]) =>
      unique(of.map(({ code }) => code));
    return {
      result: {
        ...nothing,
        verdict: refused ? 'refused' : 'compiled',
        codes: codes(told('error')),
        elementIds: unique(
          told('error').map(({ elementId }) => elementId ?? ''),
        ),
        warnings: codes(told('warning')),
        processes: result.processes.map(process =>
          processResult(process, result.diagnostics, source),
        ),
      },
      ...(output && !refused ? { output: ownFiles(result) } : {}),
    };
  } catch (error) {
    const reason = String((error as Error).stack ?? error);
    return { result: { ...nothing, verdict: 'crashed', reason } };
  }
}

/** Codes of what a job or a value is made up for. */
const stubbed = new Set(['BT1308', 'BT1313', 'BT1317', 'BT1318', 'BT2123']);

function processResult(
  { processId, shape, elements }: ProcessInterface,
  diagnostics: readonly Diagnostic[],
  source: string,
): ProcessResult {
  const written = shape ?? {
    elements: elements.length,
    tokenRegions: 0,
    inRegions: 0,
    copies: 0,
  };
  const warned = new Set(
    diagnostics
      .filter(({ code }) => stubbed.has(code))
      .map(({ elementId }) => elementId),
  );
  // what a repair has drawn is not in the text
  const stubs = elements.filter(
    ({ id }) => warned.has(id) || !source.includes(`"${id}"`),
  );
  return {
    id: processId,
    structured: written.tokenRegions === 0,
    branches: elements.some(({ type }) =>
      /Gateway$|^boundaryEvent$/.test(type),
    ),
    stubs: stubs.length,
    ...written,
  };
}

function ownFiles({ files }: CompileResult): Record<string, string> {
  return Object.fromEntries(
    files
      .filter(({ path }) => path.endsWith('.ts') && !isShared(path))
      .map(({ path, content }) => [path, content]),
  );
}

function unique(values: string[]): string[] {
  return [...new Set(values)].filter(Boolean).sort();
}
