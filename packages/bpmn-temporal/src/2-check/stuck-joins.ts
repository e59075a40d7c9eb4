import type { Moddle } from '../1-parse/moddle';
import type { Graph } from './graph';
import { is } from './model';
import { arrivals, splitOf } from './splits';

/** A parallel join that waits for tokens which a choice before it has not made. */
export interface StuckJoin {
  readonly join: Moddle;
  readonly choice: Moddle;
  /** Whichever way the choice goes, the join waits. */
  readonly always: boolean;
}

/** Parallel joins behind a choice of which not each way leads to all their incoming flows. */
export function* stuckJoins(graph: Graph): Generator<StuckJoin> {
  for (const join of graph.nodes) {
    const entering = graph.entering(join).length;
    if (!is(join, 'ParallelGateway') || entering < 2) continue;
    const choice = graph.dominator(join);
    const split = choice && splitOf(graph, choice);
    if (!choice || !split || split === 'all') continue;
    const counts = graph
      .leaving(choice)
      .map(way => arrivals(graph, way, choice, join).size)
      .filter(count => count > 0);
    if (counts.some(count => count < entering))
      yield {
        join,
        choice,
        // an inclusive gateway may choose all of them
        always: split === 'one' && counts.every(count => count < entering),
      };
  }
}
