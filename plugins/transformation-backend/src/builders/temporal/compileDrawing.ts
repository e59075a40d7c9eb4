import { compile, type CompileResult } from '@ameide/bpmn-temporal';

/** Calls the compiler; done in a thread of its own. */
export function compileDrawing(
  content: string,
  name: string,
  defaults: Record<string, Record<string, never>>,
): Promise<CompileResult> {
  return compile(content, { name, defaults });
}
