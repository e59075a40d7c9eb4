import type { BoundaryEvent } from '../../1-parse/model';
import { boundaryOf } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const errorBoundary: Rule = {
  code: 'BT1315',
  severity: 'error',
  title: 'An error boundary event does not interrupt, or two catch the same',
  hint: 'Errors always interrupt (10.5.4), and each code is caught once.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed)) {
      if (node.kind !== 'boundary') continue;
      const codes = codesOf(node);
      if (codes.length && !node.interrupting)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} catches an error but does not interrupt`,
        };
      const first = boundaryOf(body, node.attachedTo).find(other =>
        codesOf(other).some(code => codes.includes(code)),
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

function codesOf({ catches }: BoundaryEvent): (string | undefined)[] {
  return catches.triggers.flatMap(trigger =>
    trigger.kind === 'error' ? [trigger.code] : [],
  );
}
