import type { Body, Flow, FlowNode } from './model';
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
  return { id: text(container.id), nodes, flows };
}

function flowOf(element: Moddle): Flow {
  const end = (reference: unknown) =>
    text((reference as Moddle | undefined)?.id);
  const condition = text(
    (element.conditionExpression as Moddle | undefined)?.body,
  ).trim();
  return {
    id: text(element.id),
    name: text(element.name),
    source: end(element.sourceRef),
    target: end(element.targetRef),
    ...(condition ? { condition } : {}),
  };
}
