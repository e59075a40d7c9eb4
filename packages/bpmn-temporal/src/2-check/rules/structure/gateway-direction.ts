import { flowsOf } from '../../flows';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const gatewayDirection: Rule = {
  code: 'BT2107',
  severity: 'error',
  title: 'The direction of a gateway does not fit its flows',
  hint: 'Correct gatewayDirection, or leave it out.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const gateway of every(parsed, 'Gateway')) {
      const incoming = flows.incoming(gateway).length;
      const outgoing = flows.outgoing(gateway).length;
      const direction = gateway.gatewayDirection;
      if (
        (direction === 'Converging' && outgoing > 1) ||
        (direction === 'Diverging' && incoming > 1) ||
        (direction === 'Mixed' && (incoming < 2 || outgoing < 2))
      )
        yield at(
          gateway,
          `${tell(
            gateway,
          )} is ${direction}, but has ${incoming} incoming and ${outgoing} outgoing flows`,
        );
    }
  },
};
