import { reach } from './graph';
import type { Vertex } from './graph';
import { Links } from './links';

/**
 * Takes the flows of boundary events that do not interrupt out of the graph, where they end by themselves: they run
 * beside the activity. One that merges into the rest of the drawing stays, and makes a token region of it.
 */
export function detachHandlers(graph: Map<string, Vertex>): void {
  const hosts = [...graph.values()].filter(({ beside }) => beside.length);
  if (!hosts.length) return;
  const links = new Links(graph);
  for (const vertex of hosts) {
    for (const exit of vertex.beside) {
      const current = graph.get(vertex.id);
      if (!current) continue;
      const inside = reach(graph, [exit.target], undefined, true);
      const closed = [...inside].every(id =>
        links
          .into(id)
          .every(
            from =>
              inside.has(from) || (id === exit.target && from === vertex.id),
          ),
      );
      if (!closed || inside.has(vertex.id)) continue;
      const handler = { eventId: exit.flowId, graph: links.part(inside) };
      for (const id of inside) links.delete(id);
      links.set({
        ...current,
        beside: current.beside.filter(({ flowId }) => flowId !== exit.flowId),
        handlers: [...current.handlers, handler],
      });
    }
  }
}
