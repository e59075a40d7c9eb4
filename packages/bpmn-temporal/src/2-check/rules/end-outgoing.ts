import { outgoing } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const endOutgoing: Rule = {
  code: 'BT1204',
  severity: 'error',
  title: 'An end event has an outgoing flow',
  hint: 'Delete the flow, or use an intermediate event.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed))
      if (node.kind === 'end')
        for (const flow of outgoing(body, node.id))
          yield {
            elementId: node.id,
            processId,
            message: `${show(node)} has the outgoing flow ${flow.id}`,
          };
  },
};
