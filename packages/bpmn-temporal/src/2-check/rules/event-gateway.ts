import { boundaryOf, incoming, outgoing } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const eventGateway: Rule = {
  code: 'BT1211',
  severity: 'error',
  title:
    'An event-based gateway leads to something that is no event to wait for',
  hint: 'Lead it to at least two catching events or receive tasks, each with no other incoming flow and no boundary event.',
  *find(parsed) {
    for (const { node, body, processId } of nodes(parsed)) {
      if (node.kind !== 'eventBased') continue;
      const flows = outgoing(body, node.id);
      if (flows.length < 2)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} has fewer than two events`,
        };
      for (const { target } of flows) {
        const event = body.nodes.get(target);
        if (!event || event.kind === 'unsupported') continue;
        const waits =
          (event.kind === 'event' && event.work.kind === 'catch') ||
          (event.kind === 'task' && event.work.kind === 'receive');
        if (!waits)
          yield {
            elementId: node.id,
            processId,
            message: `${show(node)} leads to ${show(
              event,
            )}, which waits for no event`,
          };
        else if (
          (incoming(body, target).length > 1 && !node.instantiates) ||
          boundaryOf(body, target).length > 0 ||
          ('input' in event && event.input.length > 0)
        )
          yield {
            elementId: target,
            processId,
            message: `${show(event)} behind ${show(
              node,
            )} has another incoming flow, a boundary event or an input mapping`,
          };
      }
    }
  },
};
