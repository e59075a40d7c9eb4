import type { Graph } from './graph';

export interface Order {
  /** Reverse postorder: where there is no loop, what comes first stands first. */
  readonly rank: ReadonlyMap<string, number>;
  readonly sorted: readonly string[];
}

export function orderOf(graph: Graph, entry: string): Order {
  const seen = new Set<string>();
  const done: string[] = [];
  const stack: { id: string; next: string[] }[] = [];
  const visit = (id: string) => {
    if (seen.has(id) || !graph.has(id)) return;
    seen.add(id);
    stack.push({ id, next: successors(graph, id).reverse() });
  };
  visit(entry);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.next.shift();
    if (next !== undefined) visit(next);
    else done.push(stack.pop()?.id ?? '');
  }
  const sorted = done.reverse();
  return { sorted, rank: new Map(sorted.map((id, index) => [id, index])) };
}

export function successors(graph: Graph, id: string): string[] {
  return (graph.get(id)?.exits ?? []).flatMap(({ target }) =>
    target !== undefined && graph.has(target) ? [target] : [],
  );
}

/** Immediate dominators (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm); the entry has none. */
export function dominatorsOf(
  graph: Graph,
  entry: string,
  order: Order,
): Map<string, string> {
  const { rank, sorted } = order;
  const into = new Map<string, string[]>();
  for (const id of sorted)
    for (const next of successors(graph, id))
      into.set(next, [...(into.get(next) ?? []), id]);
  const parent = new Map<string, string>([[entry, entry]]);
  const rankOf = (id: string) => rank.get(id) ?? -1;
  const meet = (left: string, right: string): string => {
    let a: string = left;
    let b: string = right;
    while (a !== b) {
      while (rankOf(a) > rankOf(b)) a = parent.get(a) ?? entry;
      while (rankOf(b) > rankOf(a)) b = parent.get(b) ?? entry;
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of sorted.slice(1)) {
      const known = (into.get(id) ?? []).filter(from => parent.has(from));
      const best = known.reduce<string>(meet, known[0] ?? entry);
      if (parent.get(id) === best) continue;
      parent.set(id, best);
      changed = true;
    }
  }
  parent.delete(entry);
  return parent;
}

export function dominates(
  parent: ReadonlyMap<string, string>,
  above: string,
  below: string,
): boolean {
  for (
    let at: string | undefined = below;
    at !== undefined;
    at = parent.get(at)
  )
    if (at === above) return true;
  return false;
}

/** The nearest vertex that dominates them all. */
export function commonDominator(
  parent: ReadonlyMap<string, string>,
  ids: readonly string[],
): string | undefined {
  const [first, ...rest] = ids;
  let common: string | undefined = first;
  for (const id of rest)
    while (common !== undefined && !dominates(parent, common, id))
      common = parent.get(common);
  return common;
}

/** Edges that go back to a vertex which does not dominate their source: loops with several entries. */
export function irreducibleEdges(
  graph: Graph,
  entry: string,
): [from: string, to: string][] {
  const order = orderOf(graph, entry);
  const parent = dominatorsOf(graph, entry, order);
  return order.sorted.flatMap(from =>
    successors(graph, from)
      .filter(
        to =>
          (order.rank.get(to) ?? 0) <= (order.rank.get(from) ?? 0) &&
          !dominates(parent, to, from),
      )
      .map((to): [string, string] => [from, to]),
  );
}
