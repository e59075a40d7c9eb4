import { boundaryOf, outgoing } from '../../1-parse/model';
import { bodies, show } from '../executed';
import type { Rule } from '../rule';

export const unreachable: Rule = {
  code: 'BT1207',
  severity: 'warning',
  title: 'No token ever gets to the element',
  hint: 'Connect it, or delete it.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed)) {
      const reached = new Set<string>();
      const open = [...body.nodes.values()]
        .filter(node => node.kind === 'start')
        .map(node => node.id);
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (reached.has(id)) continue;
        reached.add(id);
        open.push(
          ...outgoing(body, id).map(flow => flow.target),
          ...boundaryOf(body, id).map(event => event.id),
        );
      }
      for (const node of body.nodes.values())
        if (!reached.has(node.id))
          yield {
            elementId: node.id,
            processId,
            message: `${show(node)} is never reached`,
          };
    }
  },
};
