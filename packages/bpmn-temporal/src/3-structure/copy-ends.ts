import type { Exit, Graph, Vertex } from './graph';

/**
 * Gives each flow that leads to a none end event an end of its own: flows that share nothing but their end are then no
 * merge, and need no token region. Answers the same graph where there is none.
 */
export function copyEnds(graph: Graph): Graph {
  const copied = new Map(graph);
  const taken = new Map<string, number>();
  const target = (id: string | undefined): string | undefined => {
    const vertex = id === undefined ? undefined : graph.get(id);
    if (!vertex || !isPlainEnd(vertex)) return id;
    const nth = (taken.get(vertex.id) ?? 0) + 1;
    taken.set(vertex.id, nth);
    if (nth === 1) return id;
    const copy = { ...vertex, id: `${vertex.id}/copy${nth}` };
    copied.set(copy.id, copy);
    return copy.id;
  };
  const led = (exits: readonly Exit[]) =>
    exits.map(exit => ({ ...exit, target: target(exit.target) }));
  for (const vertex of graph.values())
    copied.set(vertex.id, {
      ...vertex,
      exits: led(vertex.exits),
      beside: led(vertex.beside),
    });
  return [...taken.values()].some(count => count > 1) ? copied : graph;
}

function isPlainEnd({ content }: Vertex): boolean {
  return (
    content.kind === 'node' &&
    content.node.kind === 'end' &&
    content.node.throws.length === 0
  );
}

/** How many nodes are in token regions. */
export function regionSize(graph: Graph): number {
  let size = 0;
  for (const { content } of graph.values())
    if (content.kind === 'composite' && content.statement.kind === 'tokens')
      size += content.statement.nodes.length;
  return size;
}
