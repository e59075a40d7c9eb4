import type { FlowNode } from '../../1-parse/model';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const errorCode: Rule = {
  code: 'BT1314',
  severity: 'error',
  title: 'An error has no code',
  hint: 'Let the event refer to an error with an error code; a boundary event without an error catches all.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed)) {
      if (codeOf(node) === '')
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no error code`,
        };
    }
  },
};

/** The code of an error event; nothing where there is none to be had. */
function codeOf(node: FlowNode): string | undefined {
  if (node.kind === 'end' && node.work.kind === 'error') return node.work.code;
  if (node.kind === 'boundary' && node.catches.kind === 'error')
    return node.catches.code;
  return undefined;
}
