import { list } from '../../../1-parse/moddle';
import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const adHocContent: Rule = {
  code: 'BT2122',
  severity: 'error',
  title: 'An ad-hoc subprocess has a start or end event, or no activity',
  hint: 'Draw at least one activity in it, and neither start nor end events: what runs when is decided at run time.',
  *find(parsed) {
    for (const element of every(parsed, 'AdHocSubProcess')) {
      const inside = list(element.flowElements);
      for (const event of inside)
        if (is(event, 'StartEvent') || is(event, 'EndEvent'))
          yield at(event, `${tell(event)} stands in ${tell(element)}`);
      if (!inside.some(inner => is(inner, 'Activity')))
        yield at(element, `${tell(element)} has no activity`);
    }
  },
};
