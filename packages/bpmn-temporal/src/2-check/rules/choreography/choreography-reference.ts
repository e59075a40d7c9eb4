import { list } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const choreographyReference: Rule = {
  code: 'BT2402',
  severity: 'error',
  title: 'A choreography or global conversation refers to a choreography',
  hint: 'Only a collaboration refers to choreographies.',
  *find(parsed) {
    for (const type of ['Choreography', 'GlobalConversation'])
      for (const element of every(parsed, type))
        if (list(element.choreographyRef).length > 0)
          yield at(element, `${tell(element)} refers to a choreography`);
  },
};
