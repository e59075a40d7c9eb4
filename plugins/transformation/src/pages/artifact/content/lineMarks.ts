import type { Diagnostic } from '@ameide/plugin-transformation-common';
import type { Diagnostic as LineMark } from '@codemirror/lint';
import type { Text } from '@codemirror/state';

/** Marks of the lines that diagnostics are about; a line that is gone meanwhile is the last. */
export function lineMarks(
  doc: Text,
  diagnostics: readonly Diagnostic[],
): LineMark[] {
  return diagnostics.flatMap(({ line, severity, message, hint }) => {
    if (!line) return [];
    const { from, to } = doc.line(Math.min(line, doc.lines));
    return [{ from, to, severity, message: `${message}\n${hint}` }];
  });
}
