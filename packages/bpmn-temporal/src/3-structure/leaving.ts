import type { Order } from './dominators';

/**
 * For each vertex, how deep in the tree of dominators the deepest vertex is that an edge leads to from what it
 * dominates to what it does not. Edges are taken by depth, the deepest first: then the first one that is found for a
 * vertex is its answer, and vertices that have theirs are skipped by `up`.
 */
export function deepestLeft(
  { sorted, next }: Order,
  parent: ReadonlyMap<string, string>,
): { depth: ReadonlyMap<string, number>; left: ReadonlyMap<string, number> } {
  const depth = new Map<string, number>();
  for (const id of sorted)
    depth.set(id, (depth.get(parent.get(id) ?? '') ?? -1) + 1);
  const depthOf = (id: string | undefined) => depth.get(id ?? '') ?? -1;

  const edges = sorted.flatMap(from =>
    (next.get(from) ?? [])
      .filter(to => parent.get(to) !== from)
      .map(to => ({ from, to })),
  );
  edges.sort((a, b) => depthOf(b.to) - depthOf(a.to));

  const left = new Map<string, number>();
  const up = new Map<string, string | undefined>();
  /** The nearest one from here upwards without an answer. */
  const open = (id: string | undefined): string | undefined => {
    const passed: string[] = [];
    let at = id;
    while (at !== undefined && left.has(at)) {
      passed.push(at);
      at = up.get(at);
    }
    for (const each of passed) up.set(each, at);
    return at;
  };
  for (const { from, to } of edges)
    for (
      let at = open(from);
      at !== undefined && at !== to && depthOf(at) >= depthOf(to);
      at = open(at)
    ) {
      left.set(at, depthOf(to));
      up.set(at, parent.get(at));
    }
  return { depth, left };
}
