import type { Body, FlowNode } from '../1-parse/model';
import { incoming, isActivity, outgoing } from '../1-parse/walk';
import { plain } from './graph';
import type { Vertex } from './graph';
import { verticesOf } from './vertices';

export const startChoiceId = '(start)';

/** The flow of a process or subprocess as a graph (13.2): boundary and gateway events become exits of what they belong to. */
export function graphOf(body: Body): {
  graph: Map<string, Vertex>;
  entry: string;
} {
  const graph = new Map<string, Vertex>();
  for (const node of body.nodes.values())
    for (const vertex of verticesOf(body, node)) graph.set(vertex.id, vertex);
  const starts = startsOf(body);
  const [only] = starts;
  if (only !== undefined && starts.length === 1) {
    const node = body.nodes.get(only);
    if (node?.kind === 'eventBased' && node.instantiates === 'one')
      graph.set(only, choice(only, eventsOf(body, only)));
    return { graph, entry: only };
  }
  const entry = starts.length
    ? choice(
        startChoiceId,
        starts.flatMap(id =>
          body.nodes.get(id)?.kind === 'eventBased' ? eventsOf(body, id) : [id],
        ),
      )
    : everywhere(body);
  graph.set(entry.id, entry);
  return { graph, entry: entry.id };
}

/** Nodes by which an instance starts: start events, receive tasks and event-based gateways that instantiate. */
export function startsOf(body: Body): string[] {
  return [...body.nodes.values()].filter(instantiates).map(({ id }) => id);
}

/** The events by which an instance starts; those behind a gateway that instantiates, too. */
export function startNodes(body: Body): FlowNode[] {
  return startsOf(body).flatMap(id =>
    (body.nodes.get(id)?.kind === 'eventBased'
      ? eventsOf(body, id)
      : [id]
    ).flatMap(each => body.nodes.get(each) ?? []),
  );
}

function instantiates(node: FlowNode): boolean {
  if (node.kind === 'start') return true;
  if (node.kind === 'eventBased') return node.instantiates !== undefined;
  return (
    node.kind === 'task' &&
    node.work.kind === 'receive' &&
    node.work.instantiates
  );
}

/** Activities, gateways and events without an incoming flow: each gets a token where there is no start event (10.5.2). */
export function rootsOf(body: Body): string[] {
  return [...body.nodes.values()]
    .filter(
      node =>
        node.kind !== 'boundary' &&
        node.kind !== 'eventSubProcess' &&
        !(isActivity(node) && node.isForCompensation) &&
        !(
          node.kind === 'event' &&
          node.work.kind === 'link' &&
          !node.work.throws
        ) &&
        incoming(body, node.id).length === 0,
    )
    .map(({ id }) => id);
}

function eventsOf(body: Body, gatewayId: string): string[] {
  return outgoing(body, gatewayId).map(flow => flow.target);
}

function choice(id: string, startEventIds: readonly string[]): Vertex {
  return {
    ...plain(id),
    content: {
      kind: 'node',
      node: { kind: 'startChoice', id: startChoiceId, startEventIds },
    },
    exits: startEventIds.map(event => ({
      outcome: event,
      target: event,
      flowId: event,
    })),
  };
}

function everywhere(body: Body): Vertex {
  const roots = rootsOf(body);
  const [first] = roots;
  const node = first === undefined ? undefined : body.nodes.get(first);
  return {
    ...plain(startChoiceId),
    content: node
      ? { kind: 'passed', node }
      : {
          kind: 'node',
          node: { kind: 'startChoice', id: startChoiceId, startEventIds: [] },
        },
    fork: roots.length > 1 && 'all',
    exits: roots.map(id => ({ outcome: undefined, target: id, flowId: id })),
  };
}
