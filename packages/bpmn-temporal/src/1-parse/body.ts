import type { Body, BoundaryEvent, Flow, FlowNode } from './model';
import { list, text } from './moddle';
import type { Moddle } from './moddle';
import { nodeOf } from './nodes';

const notInTheFlow = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

/** The graph of a process or subprocess. */
export function bodyOf(container: Moddle): Body {
  const nodes = new Map<string, FlowNode>();
  const flows: Flow[] = [];
  for (const element of list(container.flowElements)) {
    if (element.$type === 'bpmn:SequenceFlow') flows.push(flowOf(element));
    else if (!notInTheFlow.has(element.$type)) {
      const node = nodeOf(element, bodyOf);
      nodes.set(node.id, node);
    }
  }
  const boundaries = [...nodes.values()].filter(
    (node): node is BoundaryEvent => node.kind === 'boundary',
  );
  return {
    id: text(container.id),
    nodes,
    flows,
    leaving: groupBy(flows, flow => flow.source),
    entering: groupBy(flows, flow => flow.target),
    borders: groupBy(boundaries, event => event.attachedTo),
    handlers: handlersOf(container),
  };
}

function flowOf(element: Moddle): Flow {
  const condition = text(
    (element.conditionExpression as Moddle | undefined)?.body,
  ).trim();
  return {
    id: text(element.id),
    name: text(element.name),
    source: idOf(element.sourceRef),
    target: idOf(element.targetRef),
    ...(condition ? { condition } : {}),
  };
}

/** Associations, which alone tie a compensation boundary event to its handler; drawn in either direction. */
function handlersOf(container: Moddle): Map<string, string> {
  const handlers = new Map<string, string>();
  for (const artifact of list(container.artifacts)) {
    if (artifact.$type !== 'bpmn:Association') continue;
    const ends = [artifact.sourceRef, artifact.targetRef] as (
      | Moddle
      | undefined
    )[];
    for (const [event, handler] of [ends, [...ends].reverse()])
      if (event?.$type === 'bpmn:BoundaryEvent' && handler?.isForCompensation)
        handlers.set(text(event.id), text(handler.id));
  }
  return handlers;
}

function idOf(reference: unknown): string {
  return text((reference as Moddle | undefined)?.id);
}

function groupBy<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
