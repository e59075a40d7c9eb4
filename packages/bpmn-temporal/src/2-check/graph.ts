import type { Parsed } from '../1-parse';
import { list } from '../1-parse/moddle';
import type { Moddle } from '../1-parse/moddle';
import { flowsOf } from './flows';
import { is } from './model';

/** A way that a token can take: a sequence flow, or from an activity to an event on its boundary. */
export interface Way {
  readonly from: Moddle;
  readonly to: Moddle;
}

/** The nodes of one process or subprocess and the ways between them, as far as a token can get. */
export interface Graph {
  /** In reverse postorder: where there is no loop, what comes first stands first. */
  readonly nodes: readonly Moddle[];
  leaving(node: Moddle): readonly Way[];
  entering(node: Moddle): readonly Way[];
  /** The nearest node that every token passes before it comes here. */
  dominator(node: Moddle): Moddle | undefined;
}

const graphs = new WeakMap<Parsed, Map<Moddle, Graph>>();

/** The graph of what a process or subprocess contains. */
export function graphOf(parsed: Parsed, container: Moddle): Graph {
  const known = graphs.get(parsed) ?? new Map<Moddle, Graph>();
  graphs.set(parsed, known);
  const made = known.get(container) ?? read(parsed, container);
  known.set(container, made);
  return made;
}

function read(parsed: Parsed, container: Moddle): Graph {
  const flows = flowsOf(parsed);
  const inside = list(container.flowElements).filter(element =>
    is(element, 'FlowNode'),
  );
  const here = new Set<unknown>(inside);
  const borders = new Map<unknown, Moddle[]>();
  for (const event of inside)
    if (is(event, 'BoundaryEvent'))
      borders.set(event.attachedToRef, [
        ...(borders.get(event.attachedToRef) ?? []),
        event,
      ]);
  const leaving = new Map<Moddle, Way[]>();
  for (const from of inside) {
    const targets = flows.outgoing(from).map(flow => flow.targetRef);
    leaving.set(
      from,
      [...targets, ...(borders.get(from) ?? [])]
        .filter((to): to is Moddle => here.has(to))
        .map(to => ({ from, to })),
    );
  }
  const entries = inside.filter(
    node => !is(node, 'BoundaryEvent') && flows.incoming(node).length === 0,
  );
  return walkFrom(entries, node => leaving.get(node) ?? []);
}

function walkFrom(
  entries: readonly Moddle[],
  leaving: (node: Moddle) => readonly Way[],
): Graph {
  const nodes = ordered(entries, leaving);
  const rank = new Map(nodes.map((node, index) => [node, index]));
  const entering = new Map<Moddle, Way[]>();
  for (const node of nodes)
    for (const way of leaving(node)) {
      const ways = entering.get(way.to);
      if (ways) ways.push(way);
      else entering.set(way.to, [way]);
    }
  const parents = dominators(nodes, rank, entries, node =>
    (entering.get(node) ?? []).map(({ from }) => from),
  );
  return {
    nodes,
    leaving,
    entering: node => entering.get(node) ?? [],
    dominator: node => nodes[parents[rank.get(node) ?? -1] ?? -1],
  };
}

/** Reverse postorder, without recursion: drawings may be long. */
function ordered(
  entries: readonly Moddle[],
  leaving: (node: Moddle) => readonly Way[],
): Moddle[] {
  const seen = new Set<Moddle>();
  const done: Moddle[] = [];
  for (const entry of [...entries].reverse()) {
    if (seen.has(entry)) continue;
    seen.add(entry);
    const stack = [{ node: entry, ways: [...leaving(entry)] }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.ways.pop()?.to;
      if (next === undefined) done.push(stack.pop()?.node ?? entry);
      else if (!seen.has(next)) {
        seen.add(next);
        stack.push({ node: next, ways: [...leaving(next)] });
      }
    }
  }
  return done.reverse();
}

/** Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm. -1 is what stands before all entries. */
function dominators(
  nodes: readonly Moddle[],
  rank: ReadonlyMap<Moddle, number>,
  entries: readonly Moddle[],
  before: (node: Moddle) => readonly Moddle[],
): number[] {
  const unknown = -2;
  const first = new Set(entries);
  const parents: number[] = nodes.map(node => (first.has(node) ? -1 : unknown));
  const meet = (left: number, right: number) => {
    let [a, b] = [left, right];
    while (a !== b)
      if (a > b) a = parents[a] ?? -1;
      else b = parents[b] ?? -1;
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, node] of nodes.entries()) {
      if (first.has(node)) continue;
      const known = before(node)
        .map(from => rank.get(from) ?? -1)
        .filter(from => parents[from] !== unknown);
      const best = known.reduce(meet, known[0] ?? -1);
      changed ||= parents[index] !== best;
      parents[index] = best;
    }
  }
  return parents;
}
