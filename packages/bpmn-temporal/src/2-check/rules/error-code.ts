import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const errorCode: Rule = {
  code: 'BT1314',
  severity: 'error',
  title: 'An error has no code',
  hint: 'Let the event refer to an error with an error code; a boundary event without an error catches all.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed)) {
      const code =
        node.kind === 'end' && node.work.kind === 'error'
          ? node.work.code
          : node.kind === 'boundary' && node.catches.kind === 'error'
          ? node.catches.code ?? 'all'
          : 'none';
      if (!code)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no error code`,
        };
    }
  },
};
