import { show } from '../executed';
import { triggers } from '../triggers';
import type { Rule } from '../rule';

export const correlationKey: Rule = {
  code: 'BT1312',
  severity: 'error',
  title: 'A message is waited for without a correlation key',
  hint: 'Give the message <zeebe:subscription correlationKey="=…" />, so that it finds the right instance.',
  *find(parsed) {
    for (const { node, trigger, processId } of triggers(parsed))
      if (
        node.kind !== 'start' &&
        trigger.kind === 'message' &&
        !trigger.correlationKey
      )
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no correlation key`,
        };
  },
};
