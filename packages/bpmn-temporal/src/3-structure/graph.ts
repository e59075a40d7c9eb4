import type { FlowNode } from '../1-parse/model';
import type {
  FlowChoice,
  Parallel,
  StartChoice,
  TokenRegion,
} from './statements';

/** Where a token goes; without a target it is consumed. */
export interface Exit {
  /** Outcome of the element by which the exit is taken; undefined: the ordinary one. */
  readonly outcome: string | undefined;
  readonly target: string | undefined;
  /** The sequence flow, where it is one. */
  readonly flowId: string;
}

/**
 * A vertex of the control-flow graph. A token takes one of the exits; only a fork takes all of them, or some. `join`
 * holds the flows that bring the tokens of a join, `beside` what an activity may start without leaving it.
 */
export interface Vertex {
  readonly id: string;
  readonly content: Content;
  readonly exits: readonly Exit[];
  readonly fork: false | 'all' | 'some';
  readonly join: readonly string[];
  /** Of a join: every flow has to bring a token, those that can (13.4.3), or as a condition has it (13.4.5). */
  readonly joins: 'all' | 'some' | 'complex';
  /** Tokens that it takes to start, and that leave on each flow. */
  readonly needs: number;
  readonly gives: number;
  readonly beside: readonly Exit[];
  /** Flows beside an activity that nobody else gets into. */
  readonly handlers: readonly {
    readonly eventId: string;
    readonly graph: Graph;
  }[];
}

export type Content =
  | {
      readonly kind: 'node';
      readonly node: FlowNode | StartChoice | FlowChoice;
    }
  /** The event behind it happened already, or it stands for a fork without a gateway. */
  | { readonly kind: 'passed'; readonly node: FlowNode }
  | {
      readonly kind: 'composite';
      readonly statement: ParallelDraft | RegionDraft;
    };

/** A parallel block whose branches are still graphs. */
export interface ParallelDraft extends Omit<Parallel, 'branches'> {
  readonly drafts: readonly {
    readonly flowId: string;
    readonly entry: string | undefined;
    readonly graph: Graph;
  }[];
  readonly exit: string | undefined;
}

/** A token region, with the vertices that it was made of. */
export interface RegionDraft extends TokenRegion {
  readonly vertices: readonly Vertex[];
}

export type Graph = ReadonlyMap<string, Vertex>;

/** A vertex without anything particular. */
export function plain(id: string) {
  return {
    id,
    fork: false as const,
    join: [],
    joins: 'all' as const,
    needs: 1,
    gives: 1,
    beside: [],
    handlers: [],
  };
}

/** Vertices that can be reached, without going on behind those of `stops`; with what runs beside if asked for. */
export function reach(
  graph: Graph,
  from: readonly (string | undefined)[],
  stops: (id: string) => boolean = () => false,
  beside = false,
): Set<string> {
  const seen = new Set<string>();
  const open = from.filter(id => id !== undefined);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || stops(id)) continue;
    const vertex = graph.get(id);
    if (!vertex) continue;
    seen.add(id);
    for (const exit of beside
      ? [...vertex.exits, ...vertex.beside]
      : vertex.exits)
      if (exit.target !== undefined) open.push(exit.target);
  }
  return seen;
}

/** Vertices with an exit (or a flow beside) into the vertex. */
export function predecessors(graph: Graph): Map<string, string[]> {
  const into = new Map<string, string[]>();
  for (const vertex of graph.values())
    for (const { target } of [...vertex.exits, ...vertex.beside])
      if (target !== undefined) {
        const known = into.get(target);
        if (known) known.push(vertex.id);
        else into.set(target, [vertex.id]);
      }
  return into;
}

export function subgraph(
  graph: Graph,
  ids: ReadonlySet<string>,
): Map<string, Vertex> {
  return new Map([...graph].filter(([id]) => ids.has(id)));
}

/** True where a token that gets there never leaves by the ordinary way: terminate and error end events unwind. */
export function unwinds(vertex: Vertex): boolean {
  if (vertex.content.kind !== 'node') return false;
  const { node } = vertex.content;
  return (
    node.kind === 'end' &&
    node.throws.some(({ kind }) => unwinding.includes(kind))
  );
}

const unwinding: readonly string[] = ['terminate', 'error', 'cancel'];

/** True where tokens are counted in a way that only a token region knows. */
export function counts({ joins, join, needs, gives }: Vertex): boolean {
  return (joins === 'complex' && join.length > 1) || needs > 1 || gives > 1;
}
