import { incoming, outgoing } from '../../1-parse/model';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const gatewayFlows: Rule = {
  code: 'BT1213',
  severity: 'error',
  title: 'A gateway neither joins nor splits',
  hint: 'Give it at least one incoming and one outgoing flow.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed)) {
      if (!['exclusive', 'parallel', 'eventBased'].includes(node.kind))
        continue;
      if (incoming(body, node.id).length === 0)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no incoming flow`,
        };
      if (outgoing(body, node.id).length === 0)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no outgoing flow`,
        };
    }
  },
};
