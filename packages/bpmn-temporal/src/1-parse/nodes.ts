import { errorCodeOf, eventKind, triggerOf } from './events';
import type {
  Body,
  BoundaryEvent,
  EndEvent,
  FlowNode,
  IntermediateEvent,
} from './model';
import { list, text, typeName } from './moddle';
import type { Moddle } from './moddle';
import { jobOf, mappingsOf, taskWork } from './tasks';

const taskTypes = new Set([
  'task',
  'serviceTask',
  'userTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'manualTask',
  'businessRuleTask',
]);

const gatewayKinds = {
  exclusiveGateway: 'exclusive',
  parallelGateway: 'parallel',
  eventBasedGateway: 'eventBased',
} as const;

/** Makes our node of a flow node of the drawing; what is not executed comes out as `unsupported` and is refused later. */
export function nodeOf(
  element: Moddle,
  bodyOf: (container: Moddle) => Body,
): FlowNode {
  const type = typeName(element);
  const named = {
    id: text(element.id),
    name: text(element.name),
    documentation: documentationOf(element),
    type,
  };
  const mapped = { ...named, ...mappingsOf(element) };
  const unsupported: FlowNode = { ...named, kind: 'unsupported' };
  if (taskTypes.has(type))
    return { ...mapped, kind: 'task', work: taskWork(element) };
  if (type in gatewayKinds) {
    const defaultFlow = text((element.default as Moddle | undefined)?.id);
    return {
      ...named,
      kind: gatewayKinds[type as keyof typeof gatewayKinds],
      ...(defaultFlow ? { defaultFlow } : {}),
    };
  }
  switch (type) {
    case 'startEvent': {
      const trigger = triggerOf(element);
      return { ...mapped, kind: 'start', ...(trigger ? { trigger } : {}) };
    }
    case 'endEvent': {
      const work = endWork(element);
      return work ? { ...mapped, kind: 'end', work } : unsupported;
    }
    case 'intermediateCatchEvent':
    case 'intermediateThrowEvent': {
      const work = intermediateWork(element);
      return work ? { ...mapped, kind: 'event', work } : unsupported;
    }
    case 'boundaryEvent': {
      const catches = boundaryCatch(element);
      if (!catches) return unsupported;
      return {
        ...mapped,
        kind: 'boundary',
        attachedTo: text((element.attachedToRef as Moddle | undefined)?.id),
        interrupting: element.cancelActivity !== false,
        catches,
      };
    }
    case 'subProcess':
      return { ...mapped, kind: 'subProcess', body: bodyOf(element) };
    default:
      return unsupported;
  }
}

export function documentationOf(element: Moddle): string {
  return list(element.documentation)
    .map(entry => text(entry.text).trim())
    .filter(Boolean)
    .join('\n\n');
}

function endWork(event: Moddle): EndEvent['work'] | undefined {
  switch (eventKind(event)) {
    case 'none':
      return { kind: 'none' };
    case 'terminate':
      return { kind: 'terminate' };
    case 'error':
      return { kind: 'error', code: errorCodeOf(event) ?? '' };
    case 'message':
      return jobOf(event) ?? { kind: 'none' };
    default:
      return undefined;
  }
}

function intermediateWork(
  event: Moddle,
): IntermediateEvent['work'] | undefined {
  const trigger = triggerOf(event);
  if (typeName(event) === 'intermediateCatchEvent')
    return trigger && { kind: 'catch', trigger };
  switch (eventKind(event)) {
    case 'none':
      return { kind: 'none' };
    case 'message':
      return jobOf(event) ?? { kind: 'none' };
    default:
      return undefined;
  }
}

function boundaryCatch(event: Moddle): BoundaryEvent['catches'] | undefined {
  return eventKind(event) === 'error'
    ? { kind: 'error', code: errorCodeOf(event) }
    : triggerOf(event);
}
