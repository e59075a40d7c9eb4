import { list } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import type { Tree } from './tree';
import { add, create, drop, set } from '../../1-parse/change';

/** The flows that leave a node. */
export function outgoing(node: Moddle): Moddle[] {
  return [...(endsIn(node.$parent)?.source.get(node) ?? [])];
}

export function incoming(node: Moddle): Moddle[] {
  return [...(endsIn(node.$parent)?.target.get(node) ?? [])];
}

export function setSource(flow: Moddle, node: Moddle): void {
  setEnd(flow, 'source', 'outgoing', node);
}

export function setTarget(flow: Moddle, node: Moddle): void {
  setEnd(flow, 'target', 'incoming', node);
}

type End = 'source' | 'target';
type Ends = Readonly<Record<End, Map<unknown, Set<Moddle>>>>;

/** Flows by their ends, for each process or subprocess: kept here, for to look for them each time takes too long. */
const known = new WeakMap<Moddle, Ends>();

function endsIn(container: Moddle | undefined): Ends | undefined {
  if (!container) return undefined;
  const found = known.get(container);
  if (found) return found;
  const ends: Ends = { source: new Map(), target: new Map() };
  known.set(container, ends);
  for (const flow of list(container.flowElements))
    if (flow.$type === 'bpmn:SequenceFlow') {
      connect(ends, 'source', flow);
      connect(ends, 'target', flow);
    }
  return ends;
}

function connect(ends: Ends, end: End, flow: Moddle): void {
  const node = flow[`${end}Ref`];
  const flows = ends[end].get(node) ?? new Set();
  ends[end].set(node, flows);
  flows.add(flow);
}

function setEnd(
  flow: Moddle,
  end: End,
  listed: 'incoming' | 'outgoing',
  node: Moddle | undefined,
): void {
  const reference = `${end}Ref` as const;
  const old = flow[reference] as Moddle | undefined;
  const ends = endsIn(flow.$parent);
  ends?.[end].get(old)?.delete(flow);
  if (old) drop(old, listed, flow);
  if (!node) return;
  set(flow, reference, node);
  add(node, listed, flow);
  if (ends) connect(ends, end, flow);
}

/** A new node of a type in the process or subprocess of another. */
export function addNode(
  type: string,
  beside: Moddle,
  properties: Readonly<Record<string, unknown>>,
): Moddle {
  const container = beside.$parent as Moddle;
  const node = create(type, container, properties);
  add(container, 'flowElements', node);
  return node;
}

export function addFlow(tree: Tree, from: Moddle, to: Moddle): Moddle {
  const container = from.$parent as Moddle;
  const id = tree.freshId(`${from.id}_to_${to.id}`);
  const flow = create('bpmn:SequenceFlow', container, { id });
  add(container, 'flowElements', flow);
  setSource(flow, from);
  setTarget(flow, to);
  return flow;
}

/** Takes a node or a flow out of the drawing; a node with its flows and the events on its boundary. */
export function remove(element: Moddle): void {
  const container = element.$parent;
  if (!container) return;
  if (is(element, 'SequenceFlow')) detach(element);
  else
    for (const other of list(container.flowElements)) {
      if (!is(other, 'SequenceFlow')) {
        if (other.attachedToRef === element) remove(other);
      } else if (other.sourceRef === element || other.targetRef === element)
        remove(other);
    }
  drop(container, 'flowElements', element);
}

function detach(flow: Moddle): void {
  const source = flow.sourceRef as Moddle | undefined;
  if (source?.default === flow) set(source, 'default', undefined);
  setEnd(flow, 'source', 'outgoing', undefined);
  setEnd(flow, 'target', 'incoming', undefined);
}

/** Makes a node of another type of it, in the same place and with the same flows. */
export function retype(
  node: Moddle,
  type: string,
  keep: readonly string[],
): Moddle {
  const container = node.$parent as Moddle;
  const kept = ['id', 'name', 'documentation', 'extensionElements', ...keep];
  const other = create(type, container);
  for (const name of kept)
    if (node[name] !== undefined) set(other, name, node[name]);
  for (const name of kept)
    for (const child of [node[name]].flat())
      if ((child as Moddle | undefined)?.$parent === node)
        set(child as Moddle, '$parent', other);
  for (const flow of outgoing(node)) setSource(flow, other);
  for (const flow of incoming(node)) setTarget(flow, other);
  for (const event of list(container.flowElements))
    if (event.attachedToRef === node) set(event, 'attachedToRef', other);
  set(
    container,
    'flowElements',
    list(container.flowElements).map(one => (one === node ? other : one)),
  );
  return other;
}
