import { boundaryOf, incoming, outgoing } from '../1-parse/model';
import type { Body, FlowNode } from '../1-parse/model';
import type { Parallel, StartChoice, TokenRegion } from './statements';

/** Where a token goes; without a target it is consumed. */
export interface Exit {
  /** Outcome of the element by which the exit is taken; undefined: the ordinary one. */
  readonly outcome: string | undefined;
  readonly target: string | undefined;
  /** The sequence flow, where it is one. */
  readonly flowId: string;
}

/**
 * A vertex of the control-flow graph. A token takes one of the exits; only a fork takes all of them. `join` holds the
 * flows that all have to bring a token, `beside` what an activity may start without leaving it.
 */
export interface Vertex {
  readonly id: string;
  readonly content: Content;
  readonly exits: readonly Exit[];
  readonly fork: boolean;
  readonly join: readonly string[];
  readonly beside: readonly Exit[];
  /** Flows beside an activity that nobody else gets into. */
  readonly handlers: readonly {
    readonly eventId: string;
    readonly graph: Graph;
  }[];
}

export type Content =
  | { readonly kind: 'node'; readonly node: FlowNode | StartChoice }
  /** The event behind it happened already, or it stands for a fork without a gateway. */
  | { readonly kind: 'passed'; readonly node: FlowNode }
  | {
      readonly kind: 'composite';
      readonly statement: ParallelDraft | TokenRegion;
    };

/** A parallel block whose branches are still graphs. */
export interface ParallelDraft extends Omit<Parallel, 'branches'> {
  readonly drafts: readonly {
    readonly entry: string | undefined;
    readonly graph: Graph;
  }[];
  readonly exit: string | undefined;
}

export type Graph = ReadonlyMap<string, Vertex>;

export const startChoiceId = '(start)';

/** The flow of a process or subprocess as a graph (13.2): boundary and gateway events become exits of what they belong to. */
export function graphOf(body: Body): {
  graph: Map<string, Vertex>;
  entry: string;
} {
  const graph = new Map<string, Vertex>();
  for (const node of body.nodes.values())
    for (const vertex of verticesOf(body, node)) graph.set(vertex.id, vertex);
  const starts = [...body.nodes.values()].filter(node => node.kind === 'start');
  if (starts.length === 1 && starts[0]) return { graph, entry: starts[0].id };
  const startEventIds = starts.map(node => node.id);
  graph.set(startChoiceId, {
    ...plain(startChoiceId),
    content: {
      kind: 'node',
      node: { kind: 'startChoice', id: startChoiceId, startEventIds },
    },
    exits: startEventIds.map(id => ({ outcome: id, target: id, flowId: id })),
  });
  return { graph, entry: startChoiceId };
}

function plain(id: string) {
  return { id, fork: false, join: [], beside: [], handlers: [] };
}

function verticesOf(body: Body, node: FlowNode): Vertex[] {
  const flows = outgoing(body, node.id);
  const targets = flows.map(flow => ({
    outcome: undefined as string | undefined,
    target: flow.target as string | undefined,
    flowId: flow.id,
  }));
  const base = {
    ...plain(node.id),
    content: { kind: 'node', node } as Content,
  };
  const end: Exit = { outcome: undefined, target: undefined, flowId: '' };
  if (node.kind === 'exclusive' && flows.length > 1)
    return [
      {
        ...base,
        exits: targets.map(exit => ({ ...exit, outcome: exit.flowId })),
      },
    ];
  if (node.kind === 'eventBased')
    return [
      {
        ...base,
        exits: targets.map(exit => ({ ...exit, outcome: exit.target })),
      },
    ];
  if (node.kind === 'parallel') {
    const into = incoming(body, node.id).map(flow => flow.id);
    return [
      {
        ...base,
        join: into.length > 1 ? into : [],
        fork: targets.length > 1,
        exits: targets.length ? targets : [end],
      },
    ];
  }
  const content: Content = hasHappened(body, node)
    ? { kind: 'passed', node }
    : base.content;
  const events = boundaryOf(body, node.id);
  const eventExit = ({ id }: { id: string }): Exit => ({
    outcome: id,
    target: id,
    flowId: id,
  });
  const implied = `${node.id}/fork`;
  const ordinary: Exit =
    targets.length > 1
      ? { outcome: undefined, target: implied, flowId: implied }
      : targets[0] ?? end;
  const vertex: Vertex = {
    ...base,
    content,
    exits: [
      ordinary,
      ...events.filter(event => event.interrupting).map(eventExit),
    ],
    beside: events.filter(event => !event.interrupting).map(eventExit),
  };
  if (targets.length < 2) return [vertex];
  return [
    vertex,
    {
      ...plain(implied),
      content: { kind: 'passed', node },
      fork: true,
      exits: targets,
    },
  ];
}

/** Boundary events, and events that an event-based gateway waited for, have happened when the token gets there. */
function hasHappened(body: Body, node: FlowNode): boolean {
  if (node.kind === 'boundary') return true;
  return incoming(body, node.id).some(
    flow => body.nodes.get(flow.source)?.kind === 'eventBased',
  );
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
      if (target !== undefined)
        into.set(target, [...(into.get(target) ?? []), vertex.id]);
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
    (node.work.kind === 'terminate' || node.work.kind === 'error')
  );
}
