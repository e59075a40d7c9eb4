import { at, every, tell } from '../../model';
import { around } from '../../model';
import type { Rule } from '../../rule';

export const choreographyActivity: Rule = {
  code: 'BT2401',
  severity: 'error',
  title: 'A choreography activity stands in a process',
  hint: 'Draw it in a choreography; in a process, use tasks that send and receive.',
  *find(parsed) {
    for (const activity of every(parsed, 'ChoreographyActivity')) {
      const process = around(activity, 'Process');
      if (process)
        yield at(activity, `${tell(activity)} stands in ${tell(process)}`);
    }
  },
};
