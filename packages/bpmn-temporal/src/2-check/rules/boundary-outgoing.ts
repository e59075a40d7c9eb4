import { compensates, isActivity, outgoing } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const boundaryOutgoing: Rule = {
  code: 'BT1212',
  severity: 'error',
  title: 'A boundary event has no outgoing flow, or is attached to nothing',
  hint: 'Attach it to an activity and draw what happens then.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed)) {
      if (node.kind !== 'boundary') continue;
      const host = body.nodes.get(node.attachedTo);
      if (!host || (host.kind !== 'unsupported' && !isActivity(host)))
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} is attached to no activity`,
        };
      if (outgoing(body, node.id).length === 0 && !compensates(node))
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no outgoing flow`,
        };
    }
  },
};
