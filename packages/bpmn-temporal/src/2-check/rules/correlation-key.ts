import type { Body, FlowNode } from '../../1-parse/model';
import { startsOf } from '../../3-structure/entry';
import { incoming } from '../../1-parse/walk';
import { show } from '../executed';
import { triggers } from '../triggers';
import type { Rule } from '../rule';

export const correlationKey: Rule = {
  code: 'BT1312',
  severity: 'error',
  title: 'A message is waited for without a correlation key',
  hint: 'Give the message <zeebe:subscription correlationKey="=…" />, so that it finds the right instance.',
  *find(parsed) {
    for (const { node, body, trigger, processId } of triggers(parsed))
      if (
        trigger.kind === 'message' &&
        !trigger.correlationKey &&
        waits(node, body, processId)
      )
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has no correlation key`,
        };
  },
};

/** What starts an instance needs no key; an event subprocess waits within one. */
function waits(node: FlowNode, body: Body, processId: string): boolean {
  if (body.id !== processId) return true;
  const starts = startsOf(body);
  return (
    !starts.includes(node.id) &&
    !incoming(body, node.id).some(
      ({ source }) =>
        starts.includes(source) &&
        body.nodes.get(source)?.kind === 'eventBased',
    )
  );
}
