import {
  commonDominator,
  dominanceOf,
  dominatorsOf,
  irreducibleEdges,
  orderOf,
} from './dominators';
import { counts, plain, predecessors, reach, subgraph } from './graph';
import type { Graph, Vertex } from './graph';
import { leavesOnce } from './marking';

/** Beyond this the search for the smallest part is not worth its time. */
const searchLimit = 150;

export type MakeRegion = (
  entry: string,
  ids: ReadonlySet<string>,
) => Vertex['content'];

/**
 * Makes token regions of what is left of forks, joins and loops with several entries: the smallest part that is
 * entered at one vertex and provably left by one token, else all from the nearest common dominator on.
 */
export function collapseRegions(
  graph: Map<string, Vertex>,
  original: Graph,
  entry: string,
  make: MakeRegion,
): void {
  for (;;) {
    const problems = problemsOf(graph, entry);
    if (problems.length === 0) return;
    const part =
      smallestPart(graph, original, entry, problems) ??
      openPart(graph, entry, problems.flat());
    const ids = expand(part.ids, graph);
    const { entry: first } = part;
    const vertex = graph.get(first);
    if (!vertex) return;
    for (const id of part.ids) graph.delete(id);
    graph.set(first, {
      ...plain(first),
      content: make(first, ids),
      exits: [
        { outcome: undefined, target: part.exit, flowId: part.exit ?? '' },
      ],
    });
  }
}

interface Part {
  readonly entry: string;
  readonly exit: string | undefined;
  readonly ids: ReadonlySet<string>;
}

/** Groups of vertices that have to be in one region. */
function problemsOf(graph: Graph, entry: string): string[][] {
  const live = reach(graph, [entry], undefined, true);
  const into = predecessors(graph);
  const problems: string[][] = [];
  for (const id of live) {
    const vertex = graph.get(id);
    if (!vertex) continue;
    if (vertex.join.length > 1)
      problems.push([
        id,
        ...(into.get(id) ?? []).filter(from => live.has(from)),
      ]);
    if (vertex.fork || vertex.beside.length > 0 || counts(vertex))
      problems.push([id]);
  }
  return problems.length ? problems : irreducibleEdges(graph, entry);
}

function smallestPart(
  graph: Graph,
  original: Graph,
  entry: string,
  problems: readonly string[][],
): Part | undefined {
  if (graph.size > searchLimit) return undefined;
  const { sorted } = orderOf(graph, entry);
  const into = predecessors(graph);
  let best: Part | undefined;
  for (const first of [...sorted].reverse()) {
    if ((graph.get(first)?.join.length ?? 0) > 1) continue;
    for (const exit of sorted) {
      const after = graph.get(exit);
      if (
        exit === first ||
        !after ||
        after.join.length > 1 ||
        !original.has(exit)
      )
        continue;
      const ids = reach(graph, [first], id => id === exit, true);
      if (best && ids.size >= best.ids.size) continue;
      if (!problems.some(group => group.every(id => ids.has(id)))) continue;
      if (![...ids].some(id => leads(graph, id, exit))) continue;
      if (!entersAt(first, ids, into)) continue;
      if (
        !leavesOnce(
          subgraph(original, withExit(expand(ids, graph), exit)),
          first,
          exit,
        )
      )
        continue;
      best = { entry: first, exit, ids };
    }
    if (best) return best;
  }
  return undefined;
}

function openPart(
  graph: Graph,
  entry: string,
  problems: readonly string[],
): Part {
  const order = orderOf(graph, entry);
  const parent = dominatorsOf(entry, order);
  const into = predecessors(graph);
  let first = commonDominator(
    parent,
    dominanceOf(parent, order.sorted),
    problems.filter(id => id === entry || parent.has(id)),
  );
  for (; first !== undefined && first !== entry; first = parent.get(first)) {
    const ids = reach(graph, [first], undefined, true);
    if ((graph.get(first)?.join.length ?? 0) < 2 && entersAt(first, ids, into))
      return { entry: first, exit: undefined, ids };
  }
  const ids = reach(graph, [entry], undefined, true);
  return { entry, exit: undefined, ids };
}

function entersAt(
  first: string,
  ids: ReadonlySet<string>,
  into: ReadonlyMap<string, readonly string[]>,
): boolean {
  return [...ids].every(
    id => id === first || (into.get(id) ?? []).every(from => ids.has(from)),
  );
}

function leads(graph: Graph, id: string, exit: string): boolean {
  return (graph.get(id)?.exits ?? []).some(({ target }) => target === exit);
}

function withExit(ids: ReadonlySet<string>, exit: string): Set<string> {
  return new Set([...ids, exit]);
}

/** The vertices of the drawing behind those of the graph in which blocks were collapsed. */
export function expand(ids: ReadonlySet<string>, graph: Graph): Set<string> {
  const all = new Set<string>();
  for (const id of ids) {
    all.add(id.replace(/\/joined$/, ''));
    const content = graph.get(id)?.content;
    if (content?.kind !== 'composite') continue;
    const { statement } = content;
    if (statement.kind === 'tokens') {
      for (const node of statement.nodes) all.add(node.id);
      continue;
    }
    if (statement.exit !== undefined) all.add(statement.exit);
    for (const draft of statement.drafts)
      for (const inner of expand(new Set(draft.graph.keys()), draft.graph))
        all.add(inner);
  }
  return all;
}
