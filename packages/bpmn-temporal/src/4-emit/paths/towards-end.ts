import type { Body, FlowNode } from '../../1-parse/model';
import { waysOf } from './decisions';
import type { Way } from './decisions';

/** For every choice the outcome on the shortest way to an end. */
export function towardsEnd(body: Body, then: Map<string, string>): void {
  const distance = distances(body);
  for (const node of body.nodes.values()) {
    let best: { way: Way; far: number } | undefined;
    for (const way of ordinary(body, node)) {
      const far = farthest(way, distance);
      if (!best || far < best.far) best = { way, far };
    }
    const outcome = best?.way.outcome;
    if (outcome !== undefined) then.set(node.id, outcome);
    if ('body' in node) towardsEnd(node.body, then);
  }
}

/** How far each node is from an end, found against the flow. */
function distances(body: Body): Map<string, number> {
  const before = new Map<string, string[]>();
  const distance = new Map<string, number>();
  const open: string[] = [];
  for (const node of body.nodes.values()) {
    const targets = ordinary(body, node).flatMap(way => way.targets);
    for (const target of targets) {
      const known = before.get(target);
      if (known) known.push(node.id);
      else before.set(target, [node.id]);
    }
    if (targets.length) continue;
    distance.set(node.id, 0);
    open.push(node.id);
  }
  for (let nth = 0; nth < open.length; nth += 1) {
    for (const id of before.get(open[nth] ?? '') ?? []) {
      const node = body.nodes.get(id);
      if (!node || distance.has(id)) continue;
      const best = Math.min(
        ...ordinary(body, node).map(way => farthest(way, distance) + 1),
      );
      if (best === Infinity) continue;
      distance.set(id, best);
      open.push(id);
    }
  }
  return distance;
}

function farthest(
  { targets }: Way,
  distance: ReadonlyMap<string, number>,
): number {
  return Math.max(0, ...targets.map(id => distance.get(id) ?? Infinity));
}

/** Without boundary events, which only a goal takes. */
function ordinary(body: Body, node: FlowNode): Way[] {
  const ways = waysOf(body, node);
  const onward = ways.filter(({ outcome }) => outcome === undefined);
  return onward.length ? onward : ways;
}
