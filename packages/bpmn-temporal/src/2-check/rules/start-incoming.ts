import { incoming } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const startIncoming: Rule = {
  code: 'BT1203',
  severity: 'error',
  title: 'A start event has an incoming flow',
  hint: 'Delete the flow, or use an intermediate event.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed))
      if (node.kind === 'start')
        for (const flow of incoming(body, node.id))
          yield {
            elementId: node.id,
            processId,
            message: `${show(node)} has the incoming flow ${flow.id}`,
          };
  },
};
