import type { Body } from '../../1-parse/model';
import { boundaryOf, isActivity, outgoing } from '../../1-parse/walk';
import { rootsOf, startsOf } from '../../3-structure/entry';
import { bodies, show } from '../executed';
import type { Rule } from '../rule';

export const unreachable: Rule = {
  code: 'BT1207',
  severity: 'warning',
  title: 'No token ever gets to the element',
  hint: 'Connect it, or delete it.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed)) {
      const reached = reachedIn(body);
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

/** Where tokens get to, and what is run without one: event subprocesses and compensation handlers. */
function reachedIn(body: Body): Set<string> {
  const reached = new Set<string>();
  const starts = startsOf(body);
  const open = starts.length ? starts : rootsOf(body);
  for (const node of body.nodes.values())
    if (
      node.kind === 'eventSubProcess' ||
      (isActivity(node) && node.isForCompensation) ||
      (node.kind === 'event' && node.work.kind === 'link' && !node.work.throws)
    )
      open.push(node.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(
      ...outgoing(body, id).map(flow => flow.target),
      ...boundaryOf(body, id).map(event => event.id),
    );
  }
  return reached;
}
