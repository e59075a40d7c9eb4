import type { Body, FlowNode } from '../../1-parse/model';
import { entriesOf, waysOf } from './decisions';
import { fires, simulate, startKey } from './simulate';
import type { Steering } from './simulate';

/** Runs that take every flow, boundary event and event subprocess of a process once, as far as steering can. */
export interface Paths {
  /** What leads to an end, for all that is not said otherwise. */
  readonly then: ReadonlyMap<string, string>;
  readonly runs: readonly ReadonlyMap<string, string>[];
  /** Nodes that the runs get to, and all there are. */
  readonly reached: readonly string[];
  readonly all: number;
}

/** More runs than these are more than a test is worth. */
const most = 200;

export function pathsOf(body: Body): Paths {
  const then = new Map<string, string>();
  towardsEnd(body, then);
  const goals: ReadonlyMap<string, string>[] = [
    new Map(),
    ...goalsIn(body, new Map()),
  ];
  const chosen = new Set<string>();
  const reached = new Set<string>();
  const runs: ReadonlyMap<string, string>[] = [];
  for (const first of goals) {
    if (runs.length >= most) break;
    const [key, outcome] = [...first].at(-1) ?? [];
    if (key !== undefined && chosen.has(`${key} ${outcome}`)) continue;
    const steering: Steering = { first, then };
    const visited = simulate(body, steering);
    runs.push(first);
    for (const one of visited.chosen) chosen.add(one);
    for (const id of visited.nodes) reached.add(id);
  }
  return { then, runs, reached: [...reached].sort(), all: count(body) };
}

/** For every choice the outcome on the shortest way to an end. */
function towardsEnd(body: Body, then: Map<string, string>): void {
  const distance = new Map<string, number>();
  const nodes = [...body.nodes.values()];
  for (let grows = true; grows; ) {
    grows = false;
    for (const node of nodes) {
      const best = Math.min(
        ...ordinary(body, node).map(({ targets }) =>
          targets.length
            ? Math.max(...targets.map(id => distance.get(id) ?? Infinity)) + 1
            : 0,
        ),
      );
      if (best >= (distance.get(node.id) ?? Infinity)) continue;
      distance.set(node.id, best);
      grows = true;
    }
  }
  for (const node of nodes) {
    const [best] = ordinary(body, node)
      .map(({ outcome, targets }) => ({
        outcome,
        far: Math.max(0, ...targets.map(id => distance.get(id) ?? Infinity)),
      }))
      .sort((a, b) => a.far - b.far);
    if (best?.outcome !== undefined) then.set(node.id, best.outcome);
    if ('body' in node) towardsEnd(node.body, then);
  }
}

/** Without boundary events, which only a goal takes. */
function ordinary(body: Body, node: FlowNode) {
  const ways = waysOf(body, node);
  return ways.some(({ outcome }) => outcome === undefined)
    ? ways.filter(({ outcome }) => outcome === undefined)
    : ways;
}

/** For each outcome of each choice the choices that lead there; the outcome itself is the last. */
function goalsIn(
  body: Body,
  before: ReadonlyMap<string, string>,
): Map<string, string>[] {
  const goals: Map<string, string>[] = [];
  const seen = new Set<string>();
  const open: { id: string; path: ReadonlyMap<string, string> }[] = [];
  const enter = (
    targets: readonly string[],
    path: ReadonlyMap<string, string>,
  ) => targets.forEach(id => open.push({ id, path }));
  for (const { outcome, targets } of entriesOf(body)) {
    const path = withChoice(before, startKey, outcome);
    if (outcome !== undefined) goals.push(path);
    enter(targets, path);
  }
  for (const node of body.nodes.values())
    if (node.kind === 'eventSubProcess') {
      const path = withChoice(before, node.id, fires);
      goals.push(path, ...goalsIn(node.body, path));
    }
  for (let at = open.shift(); at; at = open.shift()) {
    const node = body.nodes.get(at.id);
    if (!node || seen.has(at.id)) continue;
    seen.add(at.id);
    if (node.kind === 'subProcess' && !node.adHoc)
      goals.push(...goalsIn(node.body, at.path));
    for (const { outcome, targets } of waysOf(body, node)) {
      const path = withChoice(at.path, node.id, outcome);
      if (outcome !== undefined) goals.push(path);
      enter(targets, path);
    }
  }
  return goals;
}

function withChoice(
  path: ReadonlyMap<string, string>,
  key: string,
  outcome: string | undefined,
): Map<string, string> {
  const next = new Map(path);
  if (outcome === undefined) return next;
  next.delete(key);
  return next.set(key, outcome);
}

function count(body: Body): number {
  return [...body.nodes.values()]
    .map(node => 1 + ('body' in node ? count(node.body) : 0))
    .reduce((a, b) => a + b, 0);
}
