import type { Moddle } from '../../../1-parse/moddle';
import { flowsOf } from '../../flows';
import { at, every, is, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const instantiation: Rule = {
  code: 'BT2136',
  severity: 'error',
  title: 'A gateway or receive task can not start an instance',
  hint: 'What instantiates has no incoming flow, or one from a start event without a trigger; a parallel event-based gateway instantiates.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const type of ['EventBasedGateway', 'ReceiveTask'])
      for (const node of every(parsed, type)) {
        const incoming = flows.incoming(node);
        if (node.eventGatewayType === 'Parallel' && node.instantiate !== true)
          yield at(node, `${tell(node)} is parallel, but starts no instance`);
        if (node.instantiate !== true) continue;
        if (
          incoming.length > 1 ||
          incoming.some(flow => !begins(flow.sourceRef))
        )
          yield at(node, `A flow leads to ${tell(node)}, which instantiates`);
      }
  },
};

/** Where a flow to what instantiates may come from. */
function begins(source: unknown): boolean {
  if (is(source, 'EventBasedGateway'))
    return (source as Moddle).instantiate === true;
  return is(source, 'StartEvent') && kindsOf(source).length === 0;
}
