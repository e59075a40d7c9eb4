import type {
  Activity,
  Body,
  BoundaryEvent,
  EventSubProcess,
  Flow,
  FlowNode,
  StartEvent,
  SubProcess,
  Throw,
  Trigger,
} from './model';

export function outgoing(body: Body, id: string): readonly Flow[] {
  return body.leaving.get(id) ?? [];
}

export function incoming(body: Body, id: string): readonly Flow[] {
  return body.entering.get(id) ?? [];
}

export function boundaryOf(body: Body, id: string): readonly BoundaryEvent[] {
  return body.borders.get(id) ?? [];
}

/** All nodes of a body, those of its subprocesses too, in the order of the file. */
export function* allNodes(body: Body): Generator<FlowNode> {
  for (const node of body.nodes.values()) {
    yield node;
    if (hasBody(node)) yield* allNodes(node.body);
  }
}

/** The body and those of its subprocesses. */
export function* allBodies(body: Body): Generator<Body> {
  yield body;
  for (const node of body.nodes.values())
    if (hasBody(node)) yield* allBodies(node.body);
}

export function hasBody(node: FlowNode): node is SubProcess | EventSubProcess {
  return node.kind === 'subProcess' || node.kind === 'eventSubProcess';
}

export function isActivity(node: FlowNode): node is Activity {
  return (
    node.kind === 'task' || node.kind === 'call' || node.kind === 'subProcess'
  );
}

/** What a start, catch or boundary event or a receive task waits for. */
export function triggersOf(node: FlowNode): readonly Trigger[] {
  switch (node.kind) {
    case 'start':
      return node.catches?.triggers ?? [];
    case 'boundary':
      return node.catches.triggers;
    case 'event':
      return node.work.kind === 'catch' ? node.work.catches.triggers : [];
    case 'task':
      return node.work.kind === 'receive' ? node.work.catches.triggers : [];
    default:
      return [];
  }
}

export function throwsOf(node: FlowNode): readonly Throw[] {
  if (node.kind === 'end') return node.throws;
  return node.kind === 'event' && node.work.kind === 'throw'
    ? node.work.throws
    : [];
}

/** The start event of an event subprocess. */
export function startOf(body: Body): StartEvent | undefined {
  return [...body.nodes.values()].find(
    (node): node is StartEvent => node.kind === 'start',
  );
}

/** True for a boundary event through which no token leaves: it only says what compensates. */
export function compensates(event: BoundaryEvent): boolean {
  return event.catches.triggers.some(({ kind }) => kind === 'compensation');
}

/** The compensation event subprocess of a subprocess (10.7). */
export function compensationOf(body: Body): EventSubProcess | undefined {
  return [...body.nodes.values()].find(
    (node): node is EventSubProcess =>
      node.kind === 'eventSubProcess' &&
      startOf(node.body)?.catches?.triggers[0]?.kind === 'compensation',
  );
}
