import { flowsOf } from '../../flows';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const loneCondition: Rule = {
  code: 'BT2110',
  severity: 'error',
  title: 'The only outgoing flow of an activity has a condition',
  hint: 'Draw what happens otherwise, or remove the condition.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const activity of every(parsed, 'Activity')) {
      const [flow, ...others] = flows.outgoing(activity);
      if (flow?.conditionExpression && others.length === 0)
        yield at(
          flow,
          `${flow.id} is the only outgoing flow of ${tell(
            activity,
          )}, and has a condition`,
        );
    }
  },
};
