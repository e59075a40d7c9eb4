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
  const block: Statement[] = [];
  // What goes on at the same depth is followed without recursion, however long it is.
  for (let at: string | undefined = id; at !== undefined; ) {
    const next = onlyNext(graph, shape, at);
    const vertex = graph.get(at);
    if (next === undefined) {
      const { statements, behind } = branching(graph, shape, at, write);
      for (const statement of statements) block.push(statement);
      at = behind;
    } else {
      if (vertex)
        block.push(...write(vertex, [{ outcome: undefined, body: [] }]));
      at = next;
    }
  }
  return block;
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

/** The vertex with what is written inside of it, and the vertex that goes on behind. */
function branching(
  graph: Graph,
  shape: Shape,
  id: string,
  write: WriteVertex,
): { statements: Block; behind: string | undefined } {
  const vertex = graph.get(id);
  if (!vertex) return { statements: [], behind: undefined };
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
  const isLoop = shape.isLoop(id);
  const last = isLoop ? undefined : merges.at(-1);
  let statements: Block = write(
    vertex,
    vertex.exits.map(exit => ({
      outcome: exit.outcome,
      body: jump(exit.target),
    })),
  );
  for (const merge of merges) {
    const block: Block = [{ kind: 'block', label: merge, body: statements }];
    statements = merge === last ? block : [...block, ...subtree(merge)];
  }
  if (!isLoop) return { statements, behind: last };
  const loop: Block = [{ kind: 'loop', label: id, body: statements }];
  const after = shape.after.get(id);
  return after === undefined
    ? { statements: loop, behind: undefined }
    : {
        statements: [{ kind: 'block', label: after, body: loop }],
        behind: after,
      };
}
