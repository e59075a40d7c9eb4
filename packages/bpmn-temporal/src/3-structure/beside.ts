import { predecessors, reach, subgraph } from './graph';
import type { Vertex } from './graph';

/**
 * Takes the flows of boundary events that do not interrupt out of the graph, where they end by themselves: they run
 * beside the activity. One that merges into the rest of the drawing stays, and makes a token region of it.
 */
export function detachHandlers(graph: Map<string, Vertex>): void {
  for (const vertex of [...graph.values()]) {
    for (const exit of vertex.beside) {
      const current = graph.get(vertex.id);
      if (!current) continue;
      const inside = reach(graph, [exit.target], undefined, true);
      const into = predecessors(graph);
      const closed = [...inside].every(id =>
        (into.get(id) ?? []).every(
          from =>
            inside.has(from) || (id === exit.target && from === vertex.id),
        ),
      );
      if (!closed || inside.has(vertex.id)) continue;
      const handler = { eventId: exit.flowId, graph: subgraph(graph, inside) };
      for (const id of inside) graph.delete(id);
      graph.set(vertex.id, {
        ...current,
        beside: current.beside.filter(({ flowId }) => flowId !== exit.flowId),
        handlers: [...current.handlers, handler],
      });
    }
  }
}
