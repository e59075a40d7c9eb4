import type { Body, FlowNode, Gateway } from '../../1-parse/model';
import { incoming, outgoing } from '../../1-parse/walk';
import { startsOf } from '../../3-structure/entry';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const gatewayFlows: Rule = {
  code: 'BT1213',
  severity: 'error',
  title: 'A gateway neither joins nor splits',
  hint: 'Give it at least one incoming and one outgoing flow.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed)) {
      if (!isGateway(node)) continue;
      if (incoming(body, node.id).length === 0 && !starts(node, body))
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

function isGateway(node: FlowNode): node is Gateway {
  return [
    'exclusive',
    'parallel',
    'inclusive',
    'complex',
    'eventBased',
  ].includes(node.kind);
}

/** A gateway may start the process, and every node without a flow does where there is no start event. */
function starts(node: Gateway, body: Body): boolean {
  const ids = startsOf(body);
  return ids.length === 0 || ids.includes(node.id);
}
