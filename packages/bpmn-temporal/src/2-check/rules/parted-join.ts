import type { Body, FlowNode } from '../../1-parse/model';
import { boundaryOf, incoming, outgoing } from '../../1-parse/walk';
import { rootsOf } from '../../3-structure/entry';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

/** Each activity that is started in an ad-hoc subprocess is a flow of its own here: no join waits for several of them. */
export const partedJoin: Rule = {
  code: 'BT1216',
  severity: 'error',
  title:
    'A gateway in an ad-hoc subprocess joins what starts in several activities',
  hint: 'Put the activities and the gateway that joins them into a subprocess inside of it.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed)) {
      if (node.kind !== 'subProcess' || !node.adHoc) continue;
      const { body } = node;
      const parts = rootsOf(body).map(id => reachedFrom(body, id));
      for (const join of body.nodes.values())
        if (
          joins(body, join) &&
          parts.filter(ids => ids.has(join.id)).length > 1
        )
          yield {
            elementId: join.id,
            processId,
            message: `${show(join)} joins what several activities of ${show(
              node,
            )} begin`,
          };
    }
  },
};

function joins(body: Body, { id, kind }: FlowNode): boolean {
  return (
    ['parallel', 'inclusive', 'complex'].includes(kind) &&
    incoming(body, id).length > 1
  );
}

function reachedFrom(body: Body, root: string): Set<string> {
  const reached = new Set([root]);
  for (const id of reached) {
    for (const { target } of outgoing(body, id)) reached.add(target);
    for (const event of boundaryOf(body, id)) reached.add(event.id);
  }
  return reached;
}
