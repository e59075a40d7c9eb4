import { dominates, dominatorsOf, orderOf, successors } from './dominators';
import type { Graph } from './graph';

/** What the writer of structured code has to know of a reducible graph. */
export interface Shape {
  readonly rank: ReadonlyMap<string, number>;
  /** Vertices written inside of, or behind, the one that dominates them. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly isMerge: (id: string) => boolean;
  readonly isLoop: (id: string) => boolean;
  /** Written behind a block and got to by `break`: a merge, or what follows a loop. */
  readonly isBehind: (id: string) => boolean;
  /** The vertex that goes on behind the loop of this header. */
  readonly after: ReadonlyMap<string, string>;
}

export function shapeOf(graph: Graph, entry: string): Shape {
  const order = orderOf(graph, entry);
  const parent = dominatorsOf(graph, entry, order);
  const rank = (id: string) => order.rank.get(id) ?? -1;
  const forward = new Map<string, number>();
  const loops = new Map<string, Set<string>>();
  for (const from of order.sorted) {
    for (const to of successors(graph, from)) {
      if (rank(to) > rank(from)) forward.set(to, (forward.get(to) ?? 0) + 1);
      else loops.set(to, loopBody(graph, to, from, loops.get(to)));
    }
  }
  const children = new Map<string, string[]>();
  for (const [id, above] of parent)
    children.set(above, [...(children.get(above) ?? []), id]);
  const sizes = new Map<string, number>();
  const size = (id: string) => sizes.get(id) ?? 1;
  for (const id of [...order.sorted].reverse()) {
    const above = parent.get(id);
    if (above !== undefined) sizes.set(above, size(above) + size(id));
  }
  const after = new Map<string, string>();
  const headers = [...loops.keys()].sort((a, b) => rank(a) - rank(b));
  const hoisted = new Set<string>();
  const below = new Map(children);
  /** What goes on behind the loop can't jump to a merge that is written inside of it. */
  const entersOther = (exit: string, header: string) => {
    const open = [exit];
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      open.push(...(below.get(from) ?? []));
      for (const to of successors(graph, from))
        if (
          to !== header &&
          dominates(parent, header, to) &&
          !dominates(parent, exit, to)
        )
          return true;
    }
    return false;
  };
  for (const header of headers) {
    const inside = loops.get(header) ?? new Set<string>();
    const exits = order.sorted.filter(
      id =>
        !inside.has(id) &&
        !hoisted.has(id) &&
        inside.has(parent.get(id) ?? '') &&
        dominates(parent, header, id) &&
        !entersOther(id, header),
    );
    const [largest] = exits.sort(
      (a, b) => size(b) - size(a) || rank(a) - rank(b),
    );
    if (largest === undefined) continue;
    hoisted.add(largest);
    after.set(header, largest);
    const above = parent.get(largest) ?? '';
    children.set(
      above,
      (children.get(above) ?? []).filter(id => id !== largest),
    );
  }
  return {
    rank: order.rank,
    children,
    after,
    isBehind: id => (forward.get(id) ?? 0) > 1 || hoisted.has(id),
    isMerge: id => (forward.get(id) ?? 0) > 1,
    isLoop: id => loops.has(id),
  };
}

/** The natural loop: what gets from the header to the edge back, found against the flow. */
function loopBody(
  graph: Graph,
  header: string,
  last: string,
  known: Set<string> = new Set([header]),
): Set<string> {
  const open = [last];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (known.has(id)) continue;
    known.add(id);
    for (const from of graph.keys())
      if (successors(graph, from).includes(id)) open.push(from);
  }
  return known;
}
