import { flowsOf } from '../../flows';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const compensationActivity: Rule = {
  code: 'BT2129',
  severity: 'error',
  title: 'A compensation activity has a flow',
  hint: 'Delete the flow: it runs only when what it undoes is compensated.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const activity of every(parsed, 'Activity'))
      if (activity.isForCompensation === true)
        for (const flow of [
          ...flows.incoming(activity),
          ...flows.outgoing(activity),
        ])
          yield at(activity, `${tell(activity)} has the flow ${flow.id}`);
  },
};
