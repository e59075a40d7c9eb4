import { flowsOf } from '../../flows';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const gatewayShape: Rule = {
  code: 'BT2133',
  severity: 'error',
  title: 'A gateway has neither several incoming nor several outgoing flows',
  hint: 'Draw the other flows, or delete the gateway.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const gateway of every(parsed, 'Gateway'))
      if (
        flows.incoming(gateway).length < 2 &&
        flows.outgoing(gateway).length < 2
      )
        yield at(gateway, `${tell(gateway)} neither merges nor splits`);
  },
};
