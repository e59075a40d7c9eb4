import type { Graph, Vertex } from './graph';
import { shapeOf } from './loops';
import type { Shape } from './loops';
import type { Block, Statement } from './statements';

export type WriteVertex = (vertex: Vertex, ways: readonly Way[]) => Statement[];

/** A way out of an element and what follows on it. */
export interface Way {
  readonly outcome: string | undefined;
  readonly body: Block;
}

/**
 * A reducible graph with one token → nested blocks, by way of the dominator tree (N. Ramsey: Beyond Relooper, ICFP
 * 2022): what one vertex dominates is written inside of its ways out, merges behind them as labelled blocks that are
 * left by `break`, loops as `for (;;)` that are repeated by `continue`.
 */
export function structured(
  graph: Graph,
  entry: string,
  write: WriteVertex,
): Block {
  return tree(graph, shapeOf(graph, entry), entry, write);
}

function tree(
  graph: Graph,
  shape: Shape,
  id: string,
  write: WriteVertex,
): Block {
  const before: Statement[] = [];
  let at = id;
  // A chain is followed without recursion, however long it is.
  for (
    let next = onlyNext(graph, shape, at);
    next !== undefined;
    next = onlyNext(graph, shape, at)
  ) {
    const vertex = graph.get(at);
    if (vertex)
      before.push(...write(vertex, [{ outcome: undefined, body: [] }]));
    at = next;
  }
  return [...before, ...branching(graph, shape, at, write)];
}

/** What follows right behind the vertex, and nowhere else. */
function onlyNext(graph: Graph, shape: Shape, id: string): string | undefined {
  const exits = graph.get(id)?.exits ?? [];
  const next = exits[0]?.target;
  if (exits.length !== 1 || next === undefined || !graph.has(next))
    return undefined;
  const forward = (shape.rank.get(next) ?? 0) > (shape.rank.get(id) ?? 0);
  return forward && !shape.isLoop(id) && !shape.isBehind(next)
    ? next
    : undefined;
}

function branching(
  graph: Graph,
  shape: Shape,
  id: string,
  write: WriteVertex,
): Block {
  const vertex = graph.get(id);
  if (!vertex) return [];
  const rank = (of: string) => shape.rank.get(of) ?? 0;
  const subtree = (of: string) => tree(graph, shape, of, write);

  const jump = (target: string | undefined): Block => {
    if (target === undefined || !graph.has(target)) return [{ kind: 'return' }];
    if (shape.isLoop(target) && rank(target) <= rank(id))
      return [{ kind: 'continue', label: target }];
    if (shape.isBehind(target)) return [{ kind: 'break', label: target }];
    return subtree(target);
  };

  const merges = (shape.children.get(id) ?? [])
    .filter(shape.isMerge)
    .sort((a, b) => rank(a) - rank(b));
  const own = write(
    vertex,
    vertex.exits.map(exit => ({
      outcome: exit.outcome,
      body: jump(exit.target),
    })),
  );
  const withMerges = merges.reduce<Block>(
    (inner, merge) => [
      { kind: 'block', label: merge, body: inner },
      ...subtree(merge),
    ],
    own,
  );
  if (!shape.isLoop(id)) return withMerges;
  const loop: Block = [{ kind: 'loop', label: id, body: withMerges }];
  const after = shape.after.get(id);
  return after === undefined
    ? loop
    : [{ kind: 'block', label: after, body: loop }, ...subtree(after)];
}
