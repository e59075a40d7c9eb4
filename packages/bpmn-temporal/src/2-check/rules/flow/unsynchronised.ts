import { graphOf } from '../../graph';
import { at, containers, is, tell } from '../../model';
import type { Rule } from '../../rule';
import { arrivals, splitOf } from '../../splits';

export const unsynchronised: Rule = {
  code: 'BT2152',
  severity: 'warning',
  title: 'What runs at the same time is not brought together',
  hint: 'Bring the branches together by a parallel or inclusive gateway; behind an exclusive one everything happens once for each branch.',
  *find(parsed) {
    for (const container of containers(parsed)) {
      const graph = graphOf(parsed, container);
      for (const merge of graph.nodes) {
        if (!is(merge, 'ExclusiveGateway')) continue;
        const fork = graph.dominator(merge);
        const split = fork && splitOf(graph, fork);
        if (!fork || !split || split === 'one') continue;
        const branches = graph
          .leaving(fork)
          .filter(way => arrivals(graph, way, fork, merge).size > 0);
        if (branches.length > 1)
          yield at(
            merge,
            `${tell(merge)} lets ${branches.length} branches of ${tell(
              fork,
            )} pass one by one`,
          );
      }
    }
  },
};
