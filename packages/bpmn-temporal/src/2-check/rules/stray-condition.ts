import { outgoing } from '../../1-parse/model';
import { bodies, show } from '../executed';
import type { Rule } from '../rule';

export const strayCondition: Rule = {
  code: 'BT1210',
  severity: 'error',
  title: 'A flow has a condition that nothing decides on',
  hint: 'Put an exclusive gateway in front of it; conditions on flows of activities, parallel gateways and events are not supported.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed))
      for (const flow of body.flows) {
        const source = body.nodes.get(flow.source);
        if (
          flow.condition === undefined ||
          !source ||
          source.kind === 'unsupported'
        )
          continue;
        const alone =
          source.kind === 'exclusive' && outgoing(body, source.id).length < 2;
        if (source.kind !== 'exclusive' || alone)
          yield {
            elementId: flow.id,
            processId,
            message: `The flow ${flow.id} has a condition, but ${show(
              source,
            )} does not choose between flows`,
          };
      }
  },
};
