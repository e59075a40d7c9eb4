import { parse } from './1-parse';
import { checkText, tooDeep, unreadable } from './2-check';
import { mend } from './2-check/repairs/mend';
import type { Parsed } from './1-parse';
import { emit } from './4-emit';
import type { CompileOptions, CompileResult, Diagnostic } from './types';

/**
 * Compiles a BPMN 2.0 drawing to a Temporal project. A pure function: everything it knows is in its arguments, and the
 * same arguments give the same bytes. A drawing that can't be executed as it is drawn gives diagnostics and no files.
 */
export async function compile(
  source: string,
  options: CompileOptions,
): Promise<CompileResult> {
  const early = checkText(source);
  if (early.length) return refused(early);
  let parsed: Parsed;
  try {
    parsed = await parse(source, options.decisions);
  } catch (error) {
    return refused([unreadable(error)]);
  }
  try {
    const { parsed: mended, diagnostics } = await mend(parsed, options);
    if (diagnostics.some(({ severity }) => severity === 'error'))
      return refused(diagnostics);
    return {
      ...emit(mended, { ...options, defaults: own(options) }),
      diagnostics,
    };
  } catch (error) {
    if (error instanceof RangeError) return refused([tooDeep()]);
    throw error;
  }
}

function refused(diagnostics: Diagnostic[]): CompileResult {
  return { files: [], diagnostics, sourceMap: [], processes: [] };
}

/** A job may be called like something that every object has. */
function own({ defaults }: CompileOptions): CompileOptions['defaults'] {
  return Object.assign(Object.create(null), defaults);
}
