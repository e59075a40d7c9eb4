import { show } from '../executed';
import { triggers } from '../triggers';
import type { Rule } from '../rule';

export const messageName: Rule = {
  code: 'BT1311',
  severity: 'error',
  title: 'A message has no name',
  hint: 'Let the event refer to a message with a name.',
  *find(parsed) {
    for (const { node, trigger, processId } of triggers(parsed))
      if (trigger.kind === 'message' && !trigger.name)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} waits for a message without a name`,
        };
  },
};
