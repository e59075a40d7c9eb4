import type { CompileResult } from '@ameide/bpmn-temporal';
import {
  callIsolated,
  IsolationLimitError,
  type Builder,
  type BuilderOutput,
} from '@ameide/plugin-transformation-node';

/** Several times what a drawing of the largest size takes, 6 s. */
const LIMITS = { timeoutMs: 60_000, memoryMb: 768 };

/**
 * Compiles a drawing within limits of time and memory. A drawing that breaks
 * them is refused like one with any other error.
 */
export async function compileIsolated(
  content: string,
  name: string,
  defaults: Record<string, Record<string, unknown>>,
): Promise<BuilderOutput> {
  try {
    return await callIsolated<CompileResult>(
      {
        modulePath: require.resolve('@ameide/bpmn-temporal'),
        exportName: 'compile',
      },
      [content, { name, defaults }],
      LIMITS,
    );
  } catch (error) {
    if (!(error instanceof IsolationLimitError)) throw error;
    const refused = {
      code: 'BT0001',
      severity: 'error' as const,
      message: `Compiling ${error.message}`,
      hint: 'Split the process into several that hand over to each other by messages',
    };
    return { files: [], diagnostics: [refused], sourceMap: [], processes: [] };
  }
}

/** BPMN to a Temporal project in TypeScript. */
export const temporalBuilder: Builder = {
  id: 'temporal',
  kind: 'bpmn',
  build: ({ content, artifactId, defaults }) =>
    compileIsolated(content, artifactId, defaults),
};
