import { outgoing } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const missingCondition: Rule = {
  code: 'BT1208',
  severity: 'error',
  title: 'A flow of an exclusive gateway has no condition',
  hint: 'Give each flow but the default one a condition such as =amount > 1000.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed)) {
      const flows = outgoing(body, node.id);
      if (node.kind !== 'exclusive' || flows.length < 2) continue;
      for (const flow of flows)
        if (flow.id !== node.defaultFlow && flow.condition === undefined)
          yield {
            elementId: flow.id,
            processId,
            message: `The flow ${flow.id} of ${show(
              node,
            )} has neither a condition nor is it the default flow`,
          };
    }
  },
};
