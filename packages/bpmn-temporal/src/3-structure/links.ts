import type { Graph, Vertex } from './graph';

/** A graph that is changed while it is looked at: knows who leads to a vertex, and keeps the order of the drawing. */
export class Links {
  readonly graph: Map<string, Vertex>;
  private readonly before = new Map<string, string[]>();
  private readonly place = new Map<string, number>();

  constructor(graph: Map<string, Vertex>) {
    this.graph = graph;
    for (const vertex of graph.values()) this.link(vertex);
  }

  /** Vertices with an exit (or a flow beside) into the vertex. */
  into(id: string): readonly string[] {
    return this.before.get(id) ?? [];
  }

  set(vertex: Vertex): void {
    this.unlink(vertex.id);
    this.graph.set(vertex.id, vertex);
    this.link(vertex);
  }

  delete(id: string): void {
    this.unlink(id);
    this.graph.delete(id);
  }

  /** These vertices by themselves. */
  part(ids: ReadonlySet<string>): Graph {
    const place = (id: string) => this.place.get(id) ?? 0;
    return new Map(
      [...ids]
        .sort((a, b) => place(a) - place(b))
        .flatMap((id): [string, Vertex][] => {
          const vertex = this.graph.get(id);
          return vertex ? [[id, vertex]] : [];
        }),
    );
  }

  private link(vertex: Vertex): void {
    if (!this.place.has(vertex.id)) this.place.set(vertex.id, this.place.size);
    for (const { target } of [...vertex.exits, ...vertex.beside]) {
      if (target === undefined) continue;
      const known = this.before.get(target);
      if (known) known.push(vertex.id);
      else this.before.set(target, [vertex.id]);
    }
  }

  private unlink(id: string): void {
    const vertex = this.graph.get(id);
    if (!vertex) return;
    for (const { target } of [...vertex.exits, ...vertex.beside]) {
      const known = this.before.get(target ?? '');
      const at = known ? known.indexOf(id) : -1;
      if (at >= 0) known?.splice(at, 1);
    }
  }
}
