import { typeName } from '../../1-parse/moddle';
import { flowElements } from '../executed';
import type { Rule } from '../rule';

export const missingId: Rule = {
  code: 'BT1103',
  severity: 'error',
  title: 'An element has no id',
  hint: 'Give the element an id; it is its name in the history of every instance.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      if (!element.id)
        yield { processId, message: `A ${typeName(element)} has no id` };
  },
};
