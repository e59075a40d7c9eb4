import type { FlowNode } from '../../1-parse/model';
import { throwsOf, triggersOf } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const errorCode: Rule = {
  code: 'BT1314',
  severity: 'error',
  title: 'An error has no code',
  hint: 'Let the event refer to an error with an error code; a boundary event without an error catches all.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed)) {
      if (codesOf(node).includes(''))
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no error code`,
        };
    }
  },
};

/** The codes of the errors that an event throws or catches. */
function codesOf(node: FlowNode): (string | undefined)[] {
  return [...throwsOf(node), ...triggersOf(node)].flatMap(one =>
    one.kind === 'error' ? [one.code] : [],
  );
}
