import type { Moddle } from '../../../1-parse/moddle';
import { graphOf } from '../../graph';
import { at, containers, tell } from '../../model';
import type { Rule } from '../../rule';
import { stuckJoins } from '../../stuck-joins';

export const deadElement: Rule = {
  code: 'BT2153',
  severity: 'warning',
  title: 'An element stands behind a join that waits for ever',
  hint: 'Mend the join, and the element is reached.',
  *find(parsed) {
    for (const container of containers(parsed)) {
      const graph = graphOf(parsed, container);
      const dead = new Set<Moddle>();
      for (const { join, always } of stuckJoins(graph))
        if (always) dead.add(join);
      // dominators stand first, so one pass finds all that is behind
      for (const node of graph.nodes) {
        const before = graph.dominator(node);
        if (!before || !dead.has(before) || dead.has(node)) continue;
        dead.add(node);
        yield at(node, `No token ever gets to ${tell(node)}`);
      }
    }
  },
};
