import { flowsOf } from '../../flows';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const eventSubprocessFlow: Rule = {
  code: 'BT2108',
  severity: 'error',
  title: 'An event subprocess has a flow',
  hint: 'Delete the flow: an event subprocess is started by its start event alone.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const element of every(parsed, 'SubProcess'))
      if (element.triggeredByEvent === true)
        for (const flow of [
          ...flows.incoming(element),
          ...flows.outgoing(element),
        ])
          yield at(element, `${tell(element)} has the flow ${flow.id}`);
  },
};
