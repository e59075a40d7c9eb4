import { flowsOf } from '../../flows';
import { at, every, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const linkFlow: Rule = {
  code: 'BT2130',
  severity: 'error',
  title: 'A flow leads to a link target or leaves a link source',
  hint: 'Flows lead to the throwing link event and leave the catching one.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const event of every(parsed, 'IntermediateCatchEvent'))
      if (kindsOf(event).includes('link'))
        for (const flow of flows.incoming(event))
          yield at(event, `${tell(event)} has the incoming flow ${flow.id}`);
    for (const event of every(parsed, 'IntermediateThrowEvent'))
      if (kindsOf(event).includes('link'))
        for (const flow of flows.outgoing(event))
          yield at(event, `${tell(event)} has the outgoing flow ${flow.id}`);
  },
};
