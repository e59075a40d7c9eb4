import { incoming } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const boundaryIncoming: Rule = {
  code: 'BT1205',
  severity: 'error',
  title: 'A boundary event has an incoming flow',
  hint: 'Delete the flow, or use an intermediate event.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed))
      if (node.kind === 'boundary')
        for (const flow of incoming(body, node.id))
          yield {
            elementId: node.id,
            processId,
            message: `${show(node)} has the incoming flow ${flow.id}`,
          };
  },
};
