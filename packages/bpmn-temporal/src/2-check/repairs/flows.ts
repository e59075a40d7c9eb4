import { list } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import type { Tree } from './tree';
import { add, create, drop, set } from '../../1-parse/change';

/** The flows that leave a node, in the order of the file. */
export function outgoing(node: Moddle): Moddle[] {
  return siblingFlows(node).filter(flow => flow.sourceRef === node);
}

export function incoming(node: Moddle): Moddle[] {
  return siblingFlows(node).filter(flow => flow.targetRef === node);
}

function siblingFlows(node: Moddle): Moddle[] {
  return list(node.$parent?.flowElements).filter(element =>
    is(element, 'SequenceFlow'),
  );
}

export function setSource(flow: Moddle, node: Moddle): void {
  const old = flow.sourceRef as Moddle | undefined;
  if (old) drop(old, 'outgoing', flow);
  set(flow, 'sourceRef', node);
  add(node, 'outgoing', flow);
}

export function setTarget(flow: Moddle, node: Moddle): void {
  const old = flow.targetRef as Moddle | undefined;
  if (old) drop(old, 'incoming', flow);
  set(flow, 'targetRef', node);
  add(node, 'incoming', flow);
}

/** A new node of a type in the process or subprocess of another. */
export function addNode(
  tree: Tree,
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
  const target = flow.targetRef as Moddle | undefined;
  if (source) {
    drop(source, 'outgoing', flow);
    if (source.default === flow) set(source, 'default', undefined);
  }
  if (target) drop(target, 'incoming', flow);
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
