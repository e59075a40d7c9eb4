import type { Body, FlowNode, Throw } from '../../1-parse/model';
import { incoming, outgoing, triggersOf } from '../../1-parse/walk';
import { entriesOf, waysOf } from './decisions';
import type { Way } from './decisions';

/** Outcomes that are forced: at the first visit of an element, and at all others. */
export interface Steering {
  readonly first: ReadonlyMap<string, string>;
  readonly then: ReadonlyMap<string, string>;
}

/** What a run gets to: ids of nodes and of sequence flows, and `element outcome` for what was chosen. */
export interface Visited {
  readonly nodes: Set<string>;
  readonly flows: Set<string>;
  readonly chosen: Set<string>;
}

/** Key for the choice of a start event. */
export const startKey = '(start)';
/** The outcome by which an event subprocess runs. */
export const fires = 'fires';

const longest = 20_000;

/** Plays a run without data: where something decides, the steering does; jobs succeed, and events happen. */
export function simulate(body: Body, steering: Steering): Visited {
  const visited: Visited = {
    nodes: new Set(),
    flows: new Set(),
    chosen: new Set(),
  };
  const used = new Set<string>();
  const choose = (key: string, ways: readonly Way[]): Way | undefined => {
    const forced = used.has(key)
      ? steering.then.get(key)
      : steering.first.get(key) ?? steering.then.get(key);
    used.add(key);
    const way = ways.find(({ outcome }) => outcome === forced) ?? ways[0];
    if (way?.outcome !== undefined) visited.chosen.add(`${key} ${way.outcome}`);
    return way;
  };
  play(body, choose, visited);
  return visited;
}

type Choose = (key: string, ways: readonly Way[]) => Way | undefined;

/** An error, or the cancelling of a transaction, on its way to the boundary event that catches it. */
type Thrown = Extract<Throw, { kind: 'error' | 'cancel' }>;

/** Runs a body; answers what was thrown out of it, if something was. */
function play(
  body: Body,
  choose: Choose,
  visited: Visited,
): Thrown | undefined {
  for (const node of body.nodes.values())
    if (node.kind === 'eventSubProcess') {
      const way = choose(node.id, [
        { outcome: undefined, targets: [] },
        { outcome: fires, targets: [] },
      ]);
      if (way?.outcome !== fires) continue;
      visited.nodes.add(node.id);
      play(node.body, choose, visited);
      const start = [...node.body.nodes.values()].find(
        ({ kind }) => kind === 'start',
      );
      if (start?.kind === 'start' && start.interrupting) return undefined;
    }
  const arrived = new Map<string, number>();
  const open = [...(choose(startKey, entriesOf(body))?.targets ?? [])];
  for (let step = 0; open.length && step < longest; step += 1) {
    const id = open.shift() ?? '';
    const node = body.nodes.get(id);
    if (!node || !joined(body, node, arrived)) continue;
    visited.nodes.add(id);
    if (node.kind === 'end') {
      const thrown = node.throws.find(one =>
        ['error', 'terminate', 'cancel'].includes(one.kind),
      );
      if (thrown)
        return thrown.kind === 'error' || thrown.kind === 'cancel'
          ? thrown
          : undefined;
      continue;
    }
    const ways = waysOf(body, node);
    const way = choose(id, ways);
    if (!way) continue;
    const entered =
      node.kind === 'subProcess' && !node.adHoc && (!way.outcome || way.beside);
    const thrown = entered ? play(node.body, choose, visited) : undefined;
    const caught = thrown && catcherOf(body, ways, thrown);
    if (thrown && !caught) return thrown;
    const taken = [caught ?? way, ...(way.beside ? ways.slice(0, 1) : [])];
    for (const { outcome, targets } of taken) {
      open.push(...targets);
      for (const flow of outgoing(body, id))
        if (outcome === undefined || [flow.id, flow.target].includes(outcome))
          visited.flows.add(flow.id);
    }
  }
  return undefined;
}

/** A parallel join lets a token through when all are there. */
function joined(
  body: Body,
  node: FlowNode,
  arrived: Map<string, number>,
): boolean {
  const needed = incoming(body, node.id).length;
  if (node.kind !== 'parallel' || needed < 2) return true;
  const count = (arrived.get(node.id) ?? 0) + 1;
  arrived.set(node.id, count % needed);
  return count === needed;
}

function catcherOf(
  body: Body,
  ways: readonly Way[],
  thrown: Thrown,
): Way | undefined {
  return ways.find(({ outcome }) => {
    const event = outcome === undefined ? undefined : body.nodes.get(outcome);
    return (
      event?.kind === 'boundary' &&
      triggersOf(event).some(
        trigger =>
          trigger.kind === thrown.kind &&
          (trigger.kind !== 'error' ||
            thrown.kind !== 'error' ||
            trigger.code === undefined ||
            trigger.code === thrown.code),
      )
    );
  });
}
