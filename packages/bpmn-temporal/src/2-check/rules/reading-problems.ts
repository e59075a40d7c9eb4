import type { Rule } from '../rule';

export const readingProblems: Rule = {
  code: 'BT1005',
  severity: 'error',
  title: 'Something in the drawing could not be read',
  hint: 'Remove it, or save the drawing again with a BPMN 2.0 editor.',
  *find(parsed) {
    for (const { message, element } of parsed.warnings) {
      if (/unresolved reference|duplicate ID/i.test(message)) continue;
      // the text came decoded: what its first line says of its bytes no longer matters
      if (/unsupported document encoding/i.test(message)) continue;
      const line = /line: (\d+)/.exec(message)?.[1];
      const [what = ''] = message.split('\n');
      yield {
        elementId: element?.id ?? idThere(parsed.source, message),
        message:
          line === undefined ? what : `${what} in line ${Number(line) + 1}`,
      };
    }
  },
};

/** The id of the tag at the place that the reader names; it counts from 0. */
function idThere(source: string, message: string): string | undefined {
  const place = /line: (\d+)\s+column: (\d+)/.exec(message);
  if (!place) return undefined;
  const lines = source.split('\n').slice(Number(place[1]));
  const from = lines.join('\n').slice(Number(place[2]));
  const id = /^<[^<>]*?\sid\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/.exec(from);
  return id?.[1] ?? id?.[2];
}
