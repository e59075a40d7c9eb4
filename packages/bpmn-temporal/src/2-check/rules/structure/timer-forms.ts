import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const timerForms: Rule = {
  code: 'BT2132',
  severity: 'error',
  title: 'A timer says more than once when',
  hint: 'Keep one of timeDate, timeCycle and timeDuration.',
  *find(parsed) {
    for (const timer of every(parsed, 'TimerEventDefinition')) {
      const given = ['timeDate', 'timeCycle', 'timeDuration'].filter(
        form => timer[form],
      );
      if (given.length > 1)
        yield at(timer, `${tell(timer)} has ${given.join(' and ')}`);
    }
  },
};
