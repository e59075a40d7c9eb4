import { counts, unwinds } from './graph';
import type { Exit, Graph, Vertex } from './graph';

const limit = 4000;
/** Subsets of more flows than these are too many to play. */
const flowLimit = 5;

/**
 * Plays all runs of a part of the graph, from one token at `entry`. True if each of them ends with one token at
 * `exit` and none elsewhere, so that the part may be left like a block. Gives up, with no, on more than a few
 * thousand markings.
 */
export function leavesOnce(graph: Graph, entry: string, exit: string): boolean {
  if ([...graph.values()].some(unplayable)) return false;
  const seen = new Set<string>();
  const open: Marking[] = [put([], { target: entry, flowId: entry }, graph)];
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = [...marking].sort().join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > limit || marking.length > 64) return false;
    const next = steps(graph, marking, exit);
    const atExit = marking.filter(place => nodeAt(place) === exit).length;
    if (atExit > 0 && (atExit > 1 || marking.length > 1)) return false;
    if (next.length === 0 && atExit === 0 && !marking.includes(unwound))
      return false;
    open.push(...next);
  }
  return true;
}

/** Places with a token: the target and the flow on which it came. */
type Marking = readonly string[];

const unwound = '(unwound)';

function unplayable(vertex: Vertex): boolean {
  return (
    counts(vertex) ||
    (vertex.fork === 'some' && vertex.exits.length > flowLimit)
  );
}

function steps(graph: Graph, marking: Marking, exit: string): Marking[] {
  if (marking.includes(unwound)) return [];
  const next: Marking[] = [];
  for (const place of new Set(marking)) {
    const id = nodeAt(place);
    const vertex = graph.get(id);
    if (id === exit || !vertex) continue;
    const consumed = consume(graph, vertex, place, marking);
    if (!consumed) continue;
    if (unwinds(vertex)) {
      next.push([unwound]);
      continue;
    }
    for (const way of waysOf(vertex))
      next.push(way.reduce((left, flow) => put(left, flow, graph), consumed));
    for (const flow of vertex.beside) next.push(put(marking, flow, graph));
  }
  return next;
}

function waysOf({ fork, exits }: Vertex): (readonly Exit[])[] {
  if (fork === 'all') return [exits];
  const single = exits.map(way => [way]);
  if (fork !== 'some') return single;
  let subsets: (readonly Exit[])[] = [[]];
  for (const exit of exits)
    subsets = [...subsets, ...subsets.map(subset => [...subset, exit])];
  return subsets.slice(1);
}

function consume(
  graph: Graph,
  vertex: Vertex,
  place: string,
  marking: Marking,
): Marking | undefined {
  if (vertex.join.length < 2) return without(marking, [place]);
  const places = vertex.join.map(flow => `${vertex.id}\n${flow}`);
  if (vertex.joins === 'all') return without(marking, places);
  const here = places.filter(one => marking.includes(one));
  const empty = vertex.join.filter((_, at) => !here.includes(places[at] ?? ''));
  return mayStillCome(graph, vertex.id, empty, marking)
    ? undefined
    : without(marking, here);
}

function without(
  marking: Marking,
  places: readonly string[],
): Marking | undefined {
  const left = [...marking];
  for (const needed of places) {
    const index = left.indexOf(needed);
    if (index < 0) return undefined;
    left.splice(index, 1);
  }
  return left;
}

/** Whether a token elsewhere can get to one of the flows that are still empty (table 13.3). */
function mayStillCome(
  graph: Graph,
  joinId: string,
  empty: readonly string[],
  marking: Marking,
): boolean {
  const seen = new Set<string>([joinId]);
  const open = marking.map(nodeAt).filter(id => id !== joinId);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const vertex = graph.get(id);
    for (const { target, flowId } of [
      ...(vertex?.exits ?? []),
      ...(vertex?.beside ?? []),
    ]) {
      if (target === joinId && empty.includes(flowId)) return true;
      if (target !== undefined) open.push(target);
    }
  }
  return false;
}

function put(
  marking: Marking,
  flow: { readonly target: string | undefined; readonly flowId: string },
  graph: Graph,
): Marking {
  if (flow.target === undefined) return marking;
  const join = (graph.get(flow.target)?.join.length ?? 0) > 1;
  return [...marking, `${flow.target}\n${join ? flow.flowId : ''}`];
}

function nodeAt(place: string): string {
  return place.slice(0, place.indexOf('\n'));
}
