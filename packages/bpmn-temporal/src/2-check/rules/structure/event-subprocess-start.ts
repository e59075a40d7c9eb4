import { list } from '../../../1-parse/moddle';
import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const eventSubprocessStart: Rule = {
  code: 'BT2117',
  severity: 'error',
  title: 'An event subprocess has no start event, or several',
  hint: 'Draw exactly one start event, with a trigger.',
  *find(parsed) {
    for (const element of every(parsed, 'SubProcess')) {
      if (element.triggeredByEvent !== true) continue;
      const starts = list(element.flowElements).filter(inner =>
        is(inner, 'StartEvent'),
      );
      if (starts.length !== 1)
        yield at(element, `${tell(element)} has ${starts.length} start events`);
    }
  },
};
