import type { Body, FlowNode, Gateway } from '../1-parse/model';
import {
  boundaryOf,
  compensates,
  incoming,
  isActivity,
  outgoing,
} from '../1-parse/walk';
import { plain } from './graph';
import type { Content, Exit, Vertex } from './graph';
import type { FlowChoice } from './statements';

/** The vertices of a node: one, and a second where several flows leave something that is no gateway. */
export function verticesOf(body: Body, node: FlowNode): Vertex[] {
  const exits = outgoing(body, node.id).map(
    (flow): Exit => ({
      outcome: undefined,
      target: flow.target,
      flowId: flow.id,
    }),
  );
  const vertex: Vertex = {
    ...plain(node.id),
    content: { kind: 'node', node },
    exits: exits.length ? exits : [end],
  };
  switch (node.kind) {
    case 'exclusive':
      return [exits.length > 1 ? { ...vertex, exits: byFlow(exits) } : vertex];
    case 'eventBased':
      return [events(vertex, node, exits)];
    case 'parallel':
    case 'inclusive':
    case 'complex':
      return [gateway(body, vertex, node, exits)];
    case 'eventSubProcess':
      return [];
    case 'event':
      return [
        node.work.kind === 'link' && node.work.throws
          ? { ...vertex, exits: [linked(body, node.work.link)] }
          : forked(body, node, vertex, exits),
      ].flat();
    default:
      if (isActivity(node) && node.isForCompensation) return [];
      if (node.kind === 'boundary' && compensates(node)) return [];
      return forked(body, node, vertex, exits);
  }
}

const end: Exit = { outcome: undefined, target: undefined, flowId: '' };

function byFlow(exits: readonly Exit[]): Exit[] {
  return exits.map(exit => ({ ...exit, outcome: exit.flowId }));
}

function gateway(
  body: Body,
  vertex: Vertex,
  node: Gateway,
  exits: readonly Exit[],
): Vertex {
  const into = incoming(body, node.id).map(flow => flow.id);
  const some = node.kind !== 'parallel';
  const joins = {
    parallel: 'all',
    inclusive: 'some',
    complex: 'complex',
  } as const;
  return {
    ...vertex,
    join: into.length > 1 ? into : [],
    joins: joins[node.kind as keyof typeof joins],
    fork: exits.length > 1 && (some ? 'some' : 'all'),
    exits: exits.length > 1 && some ? byFlow(exits) : vertex.exits,
  };
}

/** An event-based gateway answers the event that happened; one that starts the process by all of them is a fork. */
function events(vertex: Vertex, node: Gateway, exits: readonly Exit[]): Vertex {
  if (node.instantiates === 'all') return { ...vertex, fork: 'all' };
  return {
    ...vertex,
    exits: exits.map(exit => ({ ...exit, outcome: exit.target })),
  };
}

function linked(body: Body, link: string): Exit {
  const target = [...body.nodes.values()].find(
    ({ kind, ...node }) =>
      'work' in node &&
      node.work.kind === 'link' &&
      !node.work.throws &&
      node.work.link === link,
  );
  return target
    ? { outcome: undefined, target: target.id, flowId: target.id }
    : end;
}

/** What is no gateway: boundary events are ways out, and several flows are a fork (10.3). */
function forked(
  body: Body,
  node: FlowNode,
  vertex: Vertex,
  exits: readonly Exit[],
): Vertex[] {
  const borders = boundaryOf(body, node.id).filter(
    event => !compensates(event),
  );
  const eventExit = ({ id }: { id: string }): Exit => ({
    outcome: id,
    target: id,
    flowId: id,
  });
  const choice = choiceOf(body, node);
  const implied = `${node.id}/fork`;
  const several = exits.length > 1 || choice !== undefined;
  const ordinary: Exit = several
    ? { outcome: undefined, target: implied, flowId: implied }
    : exits[0] ?? end;
  const content: Content = hasHappened(body, node)
    ? { kind: 'passed', node }
    : vertex.content;
  const into = incoming(body, node.id).map(flow => flow.id);
  const activity = isActivity(node) ? node : undefined;
  const first: Vertex = {
    ...vertex,
    content,
    ...(activity && activity.startQuantity > 1 ? { join: into } : {}),
    needs: activity?.startQuantity ?? 1,
    gives: activity?.completionQuantity ?? 1,
    exits: [
      ordinary,
      ...borders.filter(event => event.interrupting).map(eventExit),
    ],
    beside: borders.filter(event => !event.interrupting).map(eventExit),
  };
  if (!several) return [first];
  return [
    { ...first, gives: 1 },
    {
      ...plain(implied),
      gives: first.gives,
      content: choice
        ? { kind: 'node', node: choice }
        : { kind: 'passed', node },
      fork: choice ? !choice.exclusive && 'some' : 'all',
      exits: choice ? byFlow(exits) : exits,
    },
  ];
}

/** Conditions on the flows of an activity or event; one and a default is a plain choice. */
function choiceOf(body: Body, node: FlowNode): FlowChoice | undefined {
  const flows = outgoing(body, node.id);
  if (!flows.some(flow => flow.condition !== undefined)) return undefined;
  const defaultFlow = 'defaultFlow' in node ? node.defaultFlow : undefined;
  return {
    kind: 'flowChoice',
    id: `${node.id}/fork`,
    of: node,
    exclusive: flows.length === 2 && flows.some(({ id }) => id === defaultFlow),
  };
}

/** Boundary events, and events that an event-based gateway waited for, have happened when the token gets there. */
function hasHappened(body: Body, node: FlowNode): boolean {
  if (node.kind === 'boundary') return true;
  return incoming(body, node.id).some(({ source }) => {
    const before = body.nodes.get(source);
    return before?.kind === 'eventBased' && before.instantiates === undefined;
  });
}
