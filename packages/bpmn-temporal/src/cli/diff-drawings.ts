import type { CompileResult } from '../types';

/** What has changed of that which is executed, element by element, in a line each. */
export function changesOf(
  older: CompileResult,
  newer: CompileResult,
): string[] {
  const [was, is] = [definitionsOf(older), definitionsOf(newer)];
  return [
    ...[...was.keys()].filter(id => !is.has(id)).map(id => `- ${id}: removed`),
    ...[...is.keys()].filter(id => !was.has(id)).map(id => `+ ${id}: added`),
    ...[...is]
      .filter(([id, text]) => was.has(id) && was.get(id) !== text)
      .map(([id]) => `~ ${id}: changed`),
  ];
}

/** The generated lines of each element: what it is, and where the flow calls it. */
function definitionsOf({
  files,
  sourceMap,
}: CompileResult): Map<string, string> {
  const lines = new Map(
    files.map(({ path, content }) => [path, content.split('\n')]),
  );
  const definitions = new Map<string, string>();
  for (const { elementId, path, line } of sourceMap) {
    const text = definitionAt(lines.get(path) ?? [], line - 1);
    definitions.set(elementId, `${definitions.get(elementId) ?? ''}\n${text}`);
  }
  return definitions;
}

/** A definition on top goes to the line that closes it; a call is one line, whatever the indentation. */
function definitionAt(lines: readonly string[], at: number): string {
  const first = lines[at] ?? '';
  if (!first.startsWith('const ')) return first.trim();
  const end = lines.findIndex((line, nth) => nth >= at && line.endsWith(');'));
  return lines.slice(at, end + 1).join('\n');
}
