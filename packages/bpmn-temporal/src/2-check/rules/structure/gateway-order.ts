import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { flowsOf } from '../../flows';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const gatewayOrder: Rule = {
  code: 'BT2150',
  severity: 'warning',
  title: 'An exclusive gateway lists its flows in another order than the file',
  hint: 'Conditions are tried in the order of the sequence flows, but other engines go by <outgoing>: let conditions exclude each other, or bring both orders in line.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const gateway of every(parsed, 'ExclusiveGateway')) {
      const listed = list(gateway.outgoing).filter(isConditional);
      const drawn = flows.outgoing(gateway).filter(isConditional);
      if (
        listed.length === drawn.length &&
        listed.some((flow, index) => flow !== drawn[index])
      )
        yield at(
          gateway,
          `${tell(gateway)} lists ${listed.map(({ id }) => id).join(', ')}`,
        );
    }
  },
};

/** Only conditions are tried one after the other; the default flow has none. */
function isConditional(flow: Moddle): boolean {
  return flow.conditionExpression !== undefined;
}
