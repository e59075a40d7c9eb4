import { allElements } from '../all-elements';
import type { Rule } from '../rule';

export const duplicateId: Rule = {
  code: 'BT1102',
  severity: 'error',
  title: 'Two elements have one id',
  hint: 'Give each element an id of its own.',
  *find(parsed) {
    const seen = new Set<string>();
    for (const element of allElements(parsed)) {
      if (element.id === undefined) continue;
      if (seen.has(element.id))
        yield {
          elementId: element.id,
          message: `The id ${element.id} is used more than once`,
        };
      seen.add(element.id);
    }
    // the parser leaves out the second element of an id, and only tells of it
    for (const { message } of parsed.warnings) {
      const id = /duplicate ID <([^>]*)>/i.exec(message)?.[1];
      const line = /line: (\d+)/.exec(message)?.[1];
      if (id !== undefined)
        yield {
          elementId: id,
          message: `The id ${id} is used more than once, again in line ${
            Number(line) + 1
          }`,
        };
    }
  },
};
