import type { Graph, Vertex } from './graph';
import { unwinds } from './graph';

const limit = 4000;

/**
 * Plays all runs of a part of the graph, from one token at `entry`. True if each of them ends with one token at
 * `exit` and none elsewhere, so that the part may be left like a block. Gives up, with no, on more than a few
 * thousand markings.
 */
export function leavesOnce(graph: Graph, entry: string, exit: string): boolean {
  const seen = new Set<string>();
  const open: Marking[] = [[]];
  const start = put([], { target: entry, flowId: entry }, graph);
  open[0] = start;
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = [...marking].sort().join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > limit || marking.length > 64) return false;
    const next = steps(graph, marking, exit);
    const atExit = marking.filter(place =>
      place.startsWith(`${exit}\n`),
    ).length;
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

function steps(graph: Graph, marking: Marking, exit: string): Marking[] {
  if (marking.includes(unwound)) return [];
  const next: Marking[] = [];
  for (const place of new Set(marking)) {
    const [id = ''] = place.split('\n');
    const vertex = graph.get(id);
    if (id === exit || !vertex) continue;
    const consumed = consume(vertex, place, marking);
    if (!consumed) continue;
    if (unwinds(vertex)) {
      next.push([unwound]);
      continue;
    }
    const ways = vertex.fork ? [vertex.exits] : vertex.exits.map(way => [way]);
    for (const way of ways)
      next.push(way.reduce((left, flow) => put(left, flow, graph), consumed));
    for (const flow of vertex.beside) next.push(put(marking, flow, graph));
  }
  return next;
}

function consume(
  vertex: Vertex,
  place: string,
  marking: Marking,
): Marking | undefined {
  const places =
    vertex.join.length > 1
      ? vertex.join.map(flow => `${vertex.id}\n${flow}`)
      : [place];
  const left = [...marking];
  for (const needed of places) {
    const index = left.indexOf(needed);
    if (index < 0) return undefined;
    left.splice(index, 1);
  }
  return left;
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
