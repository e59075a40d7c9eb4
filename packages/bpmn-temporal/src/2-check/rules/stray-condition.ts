import type { FlowNode } from '../../1-parse/model';
import { isActivity, outgoing } from '../../1-parse/walk';
import { bodies, show } from '../executed';
import type { Rule } from '../rule';

export const strayCondition: Rule = {
  code: 'BT1210',
  severity: 'error',
  title: 'A flow has a condition that nothing decides on',
  hint: 'Put an exclusive gateway in front of it; parallel and event-based gateways and events do not choose by conditions.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed))
      for (const flow of body.flows) {
        const source = body.nodes.get(flow.source);
        if (
          flow.condition === undefined ||
          !source ||
          source.kind === 'unsupported'
        )
          continue;
        const alone =
          !isActivity(source) && outgoing(body, source.id).length < 2;
        if (!chooses(source) || alone)
          yield {
            elementId: flow.id,
            processId,
            message: `The flow ${flow.id} has a condition, but ${show(
              source,
            )} does not choose between flows`,
          };
      }
  },
};

function chooses(node: FlowNode): boolean {
  return (
    isActivity(node) ||
    ['exclusive', 'inclusive', 'complex'].includes(node.kind)
  );
}
