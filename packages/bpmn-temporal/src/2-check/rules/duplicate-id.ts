import { walk } from '../../1-parse/moddle';
import type { Rule } from '../rule';

export const duplicateId: Rule = {
  code: 'BT1102',
  severity: 'error',
  title: 'Two elements have one id',
  hint: 'Give each element an id of its own.',
  *find(parsed) {
    const seen = new Set<string>();
    for (const element of walk(parsed.definitions)) {
      if (element.id === undefined) continue;
      if (seen.has(element.id))
        yield {
          elementId: element.id,
          message: `The id ${element.id} is used more than once`,
        };
      seen.add(element.id);
    }
    for (const { message, element } of parsed.warnings)
      if (/duplicate ID/i.test(message))
        yield { elementId: element?.id, message: message.split('\n')[0] ?? '' };
  },
};
