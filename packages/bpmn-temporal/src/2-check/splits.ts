import type { Moddle } from '../1-parse/moddle';
import type { Graph, Way } from './graph';
import { is } from './model';

/** How many of the ways out of a node get a token: one, all, some; undefined where it can't be told. */
export function splitOf(
  graph: Graph,
  node: Moddle,
): 'one' | 'all' | 'some' | undefined {
  const ways = graph.leaving(node);
  if (ways.length < 2) return undefined;
  if (is(node, 'ExclusiveGateway') || is(node, 'EventBasedGateway'))
    return 'one';
  if (is(node, 'ParallelGateway')) return 'all';
  if (is(node, 'InclusiveGateway')) return 'some';
  if (is(node, 'Gateway')) return undefined;
  const events = ways.filter(({ to }) => is(to, 'BoundaryEvent'));
  if (events.length === 0) return 'all';
  // an event that interrupts takes the place of the normal way out
  const interrupts = events.every(({ to }) => to.cancelActivity !== false);
  return interrupts && ways.length - events.length <= 1 ? 'one' : undefined;
}

/** The ways into `goal` that a token which leaves `split` by this way can come by, without passing the split again. */
export function arrivals(
  graph: Graph,
  way: Way,
  split: Moddle,
  goal: Moddle,
): ReadonlySet<Way> {
  const found = new Set<Way>();
  const seen = new Set<Moddle>([split, goal]);
  const open = [way];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.to === goal) found.add(next);
    if (seen.has(next.to)) continue;
    seen.add(next.to);
    open.push(...graph.leaving(next.to));
  }
  return found;
}
