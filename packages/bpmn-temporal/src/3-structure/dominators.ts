import type { Graph } from './graph';

/** The vertices that can be reached, and how they hang together. */
export interface Order {
  /** Reverse postorder: where there is no loop, what comes first stands first. */
  readonly rank: ReadonlyMap<string, number>;
  readonly sorted: readonly string[];
  /** Where the exits lead to, and who leads to a vertex. */
  readonly next: ReadonlyMap<string, readonly string[]>;
  readonly into: ReadonlyMap<string, readonly string[]>;
}

export function orderOf(graph: Graph, entry: string): Order {
  const next = new Map<string, readonly string[]>();
  const done: string[] = [];
  const stack: { id: string; to: readonly string[]; at: number }[] = [];
  const visit = (id: string) => {
    if (next.has(id) || !graph.has(id)) return;
    const to = successors(graph, id);
    next.set(id, to);
    stack.push({ id, to, at: to.length });
  };
  visit(entry);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    top.at -= 1;
    const id = top.to[top.at];
    if (id !== undefined) visit(id);
    else done.push(stack.pop()?.id ?? '');
  }
  const sorted = done.reverse();
  const into = new Map<string, string[]>();
  for (const from of sorted)
    for (const to of next.get(from) ?? []) {
      const known = into.get(to);
      if (known) known.push(from);
      else into.set(to, [from]);
    }
  const rank = new Map(sorted.map((id, index) => [id, index]));
  return { sorted, rank, next, into };
}

function successors(graph: Graph, id: string): string[] {
  return (graph.get(id)?.exits ?? []).flatMap(({ target }) =>
    target !== undefined && graph.has(target) ? [target] : [],
  );
}

/** Immediate dominators (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm); the entry has none. */
export function dominatorsOf(
  entry: string,
  { rank, sorted, into }: Order,
): Map<string, string> {
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

/** How many vertices each one dominates, itself too. */
export function sizesOf(
  parent: ReadonlyMap<string, string>,
  sorted: readonly string[],
): Map<string, number> {
  const sizes = new Map(sorted.map(id => [id, 1]));
  for (const id of [...sorted].reverse()) {
    const above = parent.get(id);
    if (above !== undefined)
      sizes.set(above, (sizes.get(above) ?? 1) + (sizes.get(id) ?? 1));
  }
  return sizes;
}

export type Dominates = (above: string, below: string) => boolean;

/** Answers at once: what a vertex dominates has the numbers behind its own. */
export function dominanceOf(
  parent: ReadonlyMap<string, string>,
  sorted: readonly string[],
  sizes: ReadonlyMap<string, number> = sizesOf(parent, sorted),
): Dominates {
  const number = new Map<string, number>();
  const free = new Map<string, number>();
  for (const id of sorted) {
    const above = parent.get(id);
    const own = (above === undefined ? undefined : free.get(above)) ?? 0;
    number.set(id, own);
    free.set(id, own + 1);
    if (above !== undefined) free.set(above, own + (sizes.get(id) ?? 1));
  }
  return (above, below) => {
    const first = number.get(above);
    const it = number.get(below);
    if (first === undefined || it === undefined) return above === below;
    return first <= it && it < first + (sizes.get(above) ?? 1);
  };
}

/** The nearest vertex that dominates them all. */
export function commonDominator(
  parent: ReadonlyMap<string, string>,
  dominates: Dominates,
  ids: readonly string[],
): string | undefined {
  const [first, ...rest] = ids;
  let common: string | undefined = first;
  for (const id of rest)
    while (common !== undefined && !dominates(common, id))
      common = parent.get(common);
  return common;
}

/** Edges that go back to a vertex which does not dominate their source: loops with several entries. */
export function irreducibleEdges(
  graph: Graph,
  entry: string,
): [from: string, to: string][] {
  const order = orderOf(graph, entry);
  const dominates = dominanceOf(dominatorsOf(entry, order), order.sorted);
  const rank = (id: string) => order.rank.get(id) ?? 0;
  return order.sorted.flatMap(from =>
    (order.next.get(from) ?? [])
      .filter(to => rank(to) <= rank(from) && !dominates(to, from))
      .map((to): [string, string] => [from, to]),
  );
}
