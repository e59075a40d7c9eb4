import { boundaryOf } from '../../1-parse/model';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const errorBoundary: Rule = {
  code: 'BT1315',
  severity: 'error',
  title: 'An error boundary event does not interrupt, or two catch the same',
  hint: 'Errors always interrupt (10.5.4), and each code is caught once.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed)) {
      if (node.kind !== 'boundary' || node.catches.kind !== 'error') continue;
      const { code } = node.catches;
      if (!node.interrupting)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} catches an error but does not interrupt`,
        };
      const first = boundaryOf(body, node.attachedTo).find(
        other => other.catches.kind === 'error' && other.catches.code === code,
      );
      if (first && first.id !== node.id)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} catches what ${show(first)} catches`,
        };
    }
  },
};
