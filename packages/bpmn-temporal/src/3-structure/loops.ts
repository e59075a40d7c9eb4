import { dominanceOf, dominatorsOf, orderOf, sizesOf } from './dominators';
import type { Order } from './dominators';
import type { Graph } from './graph';
import { deepestLeft } from './leaving';

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
  const shape = shapes.get(graph) ?? shapeAnew(graph, entry);
  shapes.set(graph, shape);
  return shape;
}

/** A graph whose blocks were collapsed is never changed, and has one entry. */
const shapes = new WeakMap<Graph, Shape>();

function shapeAnew(graph: Graph, entry: string): Shape {
  const order = orderOf(graph, entry);
  const parent = dominatorsOf(entry, order);
  const rank = (id: string) => order.rank.get(id) ?? -1;
  const forward = new Map<string, number>();
  const loops = new Map<string, Set<string>>();
  for (const from of order.sorted) {
    for (const to of order.next.get(from) ?? []) {
      if (rank(to) > rank(from)) forward.set(to, (forward.get(to) ?? 0) + 1);
      else loops.set(to, loopBody(order, to, from, loops.get(to)));
    }
  }
  const children = new Map<string, string[]>();
  for (const [id, above] of parent) {
    const known = children.get(above);
    if (known) known.push(id);
    else children.set(above, [id]);
  }
  const after = afterLoops(order, parent, children, loops);
  const hoisted = new Set(after.values());
  for (const id of hoisted) {
    const above = parent.get(id) ?? '';
    children.set(
      above,
      (children.get(above) ?? []).filter(child => child !== id),
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

/** By header: of what the loop leads to, the largest part goes on behind it; outer loops choose first. */
function afterLoops(
  order: Order,
  parent: ReadonlyMap<string, string>,
  children: ReadonlyMap<string, readonly string[]>,
  loops: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string> {
  const after = new Map<string, string>();
  if (loops.size === 0) return after;
  const rank = (id: string) => order.rank.get(id) ?? -1;
  const sizes = sizesOf(parent, order.sorted);
  const size = (id: string) => sizes.get(id) ?? 1;
  const dominates = dominanceOf(parent, order.sorted, sizes);
  const { depth, left } = deepestLeft(order, parent);
  /** What goes on behind the loop can't jump to a merge that is written inside of it. */
  const entersOther = (exit: string, header: string) =>
    (left.get(exit) ?? -1) > (depth.get(header) ?? -1);
  const hoisted = new Set<string>();
  for (const header of [...loops.keys()].sort((a, b) => rank(a) - rank(b))) {
    const inside = loops.get(header) ?? new Set<string>();
    const exits = [...inside].flatMap(id =>
      (children.get(id) ?? []).filter(
        exit =>
          !inside.has(exit) &&
          !hoisted.has(exit) &&
          dominates(header, exit) &&
          !entersOther(exit, header),
      ),
    );
    const [largest] = exits.sort(
      (a, b) => size(b) - size(a) || rank(a) - rank(b),
    );
    if (largest === undefined) continue;
    hoisted.add(largest);
    after.set(header, largest);
  }
  return after;
}

/** The natural loop: what gets from the header to the edge back, found against the flow. */
function loopBody(
  { into }: Order,
  header: string,
  last: string,
  known: Set<string> = new Set([header]),
): Set<string> {
  const open = [last];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (known.has(id)) continue;
    known.add(id);
    open.push(...(into.get(id) ?? []));
  }
  return known;
}
