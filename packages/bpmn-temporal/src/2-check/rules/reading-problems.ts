import type { Rule } from '../rule';

export const readingProblems: Rule = {
  code: 'BT1005',
  severity: 'error',
  title: 'Something in the drawing could not be read',
  hint: 'Remove it, or save the drawing again with a BPMN 2.0 editor.',
  *find(parsed) {
    for (const warning of parsed.warnings) {
      if (/unresolved reference|duplicate ID/i.test(warning.message)) continue;
      // the text came decoded: what its first line says of its bytes no longer matters
      if (/unsupported document encoding/i.test(warning.message)) continue;
      const line = /line: (\d+)/.exec(warning.message)?.[1];
      const [what = ''] = warning.message.split('\n');
      yield {
        elementId: warning.element?.id,
        message:
          line === undefined ? what : `${what} in line ${Number(line) + 1}`,
      };
    }
  },
};
