import type { Rule } from '../rule';

export const readingProblems: Rule = {
  code: 'BT1005',
  severity: 'error',
  title: 'Something in the drawing could not be read',
  hint: 'Remove it, or save the drawing again with a BPMN 2.0 editor.',
  *find(parsed) {
    const lines = parsed.source.split('\n');
    for (const { message, element } of parsed.warnings) {
      if (/unresolved reference|duplicate ID/i.test(message)) continue;
      // the text came decoded: what its first line says of its bytes no longer matters
      if (/unsupported document encoding/i.test(message)) continue;
      const line = /line: (\d+)/.exec(message)?.[1];
      const [what = ''] = message.split('\n');
      yield {
        elementId: element?.id ?? idThere(lines, message),
        message:
          line === undefined ? what : `${what} in line ${Number(line) + 1}`,
      };
    }
  },
};

/** The id of the tag at the place that the reader names; it counts from 0. A tag has its id in its first lines. */
function idThere(lines: readonly string[], message: string) {
  const place = /line: (\d+)\s+column: (\d+)/.exec(message);
  if (!place) return undefined;
  const line = Number(place[1]);
  const text = lines.slice(line, line + 10).join('\n');
  const id = /^<[^<>]*?\sid\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/.exec(
    text.slice(Number(place[2])),
  );
  return id?.[1] ?? id?.[2];
}
