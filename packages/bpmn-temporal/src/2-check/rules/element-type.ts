import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const elementType: Rule = {
  code: 'BT1301',
  severity: 'error',
  title: 'The element is not executed',
  hint: 'Draw it with the elements and events that are: see docs/reference/bpmn-coverage.md.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed))
      if (node.kind === 'unsupported')
        yield {
          elementId: node.id,
          processId,
          message: `${node.type} ${show(node)} is not executed as it is drawn`,
        };
  },
};
