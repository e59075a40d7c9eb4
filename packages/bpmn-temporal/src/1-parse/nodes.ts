import { catchOf, definitionsOf, throwsOf } from './events';
import { mappingsOf } from './jobs';
import type {
  AdHoc,
  Binding,
  Body,
  FlowNode,
  Gateway,
  IntermediateEvent,
} from './model';
import { extension, list, text, typeName } from './moddle';
import type { Moddle } from './moddle';
import { repeatOf } from './repeat';
import { taskWork } from './tasks';

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
  inclusiveGateway: 'inclusive',
  complexGateway: 'complex',
  eventBasedGateway: 'eventBased',
} as const;

type MakeBody = (container: Moddle) => Body;

/** Makes our node of a flow node of the drawing; what is not executed comes out as `unsupported` and is refused later. */
export function nodeOf(element: Moddle, bodyOf: MakeBody): FlowNode {
  const type = typeName(element);
  const named = {
    id: text(element.id),
    name: text(element.name),
    documentation: documentationOf(element),
    type,
  };
  const mapped = { ...named, ...mappingsOf(element) };
  if (taskTypes.has(type))
    return {
      ...mapped,
      ...activity(element),
      kind: 'task',
      work: taskWork(element),
    };
  if (type in gatewayKinds)
    return {
      ...named,
      kind: gatewayKinds[type as keyof typeof gatewayKinds],
      ...gateway(element),
    };
  switch (type) {
    case 'callActivity':
      return call(element, mapped);
    case 'subProcess':
    case 'transaction':
    case 'adHocSubProcess': {
      const body = bodyOf(element);
      return element.triggeredByEvent === true
        ? { ...mapped, kind: 'eventSubProcess', body }
        : {
            ...mapped,
            ...activity(element),
            kind: 'subProcess',
            body,
            transaction: type === 'transaction',
            ...(type === 'adHocSubProcess' ? { adHoc: adHoc(element) } : {}),
          };
    }
    default:
      return event(element, mapped) ?? { ...named, kind: 'unsupported' };
  }
}

export function documentationOf(element: Moddle): string {
  return list(element.documentation)
    .map(entry => text(entry.text).trim())
    .filter(Boolean)
    .join('\n\n');
}

type Mapped = ReturnType<typeof mappingsOf> & {
  id: string;
  name: string;
  documentation: string;
  type: string;
};

function activity(element: Moddle) {
  const repeat = repeatOf(element);
  const defaultFlow = idOf(element.default);
  const quantity = (value: unknown) =>
    value === undefined ? 1 : Number(value);
  return {
    isForCompensation: element.isForCompensation === true,
    startQuantity: quantity(element.startQuantity),
    completionQuantity: quantity(element.completionQuantity),
    ...(repeat ? { repeat } : {}),
    ...(defaultFlow ? { defaultFlow } : {}),
  };
}

function gateway(element: Moddle): Partial<Gateway> {
  const defaultFlow = idOf(element.default);
  const activation = bodyText(element.activationCondition);
  return {
    ...(defaultFlow ? { defaultFlow } : {}),
    ...(activation ? { activation } : {}),
    ...(element.instantiate === true
      ? {
          instantiates: element.eventGatewayType === 'Parallel' ? 'all' : 'one',
        }
      : {}),
  };
}

/** A call activity calls a process, or does a global task in its place (10.3.6). */
function call(element: Moddle, mapped: Mapped): FlowNode {
  const called = extension(element, 'CalledElement');
  const target = text(element.calledElement);
  const global = globalTask(element, target);
  if (global)
    return {
      ...mapped,
      ...activity(element),
      kind: 'task',
      work: taskWork(global),
    };
  const process =
    text(called?.processId) || text(called?.processIdExpression) || target;
  return {
    ...mapped,
    ...activity(element),
    kind: 'call',
    process: process.slice(
      process.startsWith('=') ? 0 : process.indexOf(':') + 1,
    ),
    binding: bindingOf(called),
    propagateAllParentVariables: called?.propagateAllParentVariables !== false,
    propagateAllChildVariables:
      called?.propagateAllChildVariables !== false && !mapped.output.length,
  };
}

/** Without a word it is the newest (Camunda 8: resource binding). */
function bindingOf(called: Moddle | undefined): Binding {
  switch (called?.bindingType) {
    case 'deployment':
      return { kind: 'deployment' };
    case 'versionTag':
      return { kind: 'versionTag', versionTag: text(called.versionTag) };
    default:
      return { kind: 'latest' };
  }
}

function globalTask(element: Moddle, target: string): Moddle | undefined {
  let root = element;
  while (root.$parent) root = root.$parent;
  const id = target.slice(target.indexOf(':') + 1);
  return list(root.rootElements).find(
    ({ id: own, $type }) =>
      own === id && id !== '' && /^bpmn:Global.*Task$/.test($type),
  );
}

function adHoc(element: Moddle): AdHoc {
  const zeebe = extension(element, 'AdHoc');
  const optional = (name: string, value: unknown) =>
    text(value) ? { [name]: text(value) } : {};
  return {
    sequential: element.ordering === 'Sequential',
    cancelRemaining: element.cancelRemainingInstances !== false,
    ...optional('active', zeebe?.activeElementsCollection),
    ...optional('until', bodyText(element.completionCondition)),
    ...optional('outputCollection', zeebe?.outputCollection),
    ...optional('outputElement', zeebe?.outputElement),
  };
}

function event(element: Moddle, mapped: Mapped): FlowNode | undefined {
  const none = definitionsOf(element).length === 0;
  switch (mapped.type) {
    case 'startEvent': {
      const catches = catchOf(element);
      if (!none && !catches) return undefined;
      return {
        ...mapped,
        kind: 'start',
        interrupting: element.isInterrupting !== false,
        ...(catches ? { catches } : {}),
      };
    }
    case 'endEvent': {
      const throws = throwsOf(element);
      return throws && { ...mapped, kind: 'end', throws };
    }
    case 'intermediateCatchEvent':
    case 'intermediateThrowEvent': {
      const work = intermediate(element, none);
      return work && { ...mapped, kind: 'event', work };
    }
    case 'boundaryEvent': {
      const catches = catchOf(element);
      return (
        catches && {
          ...mapped,
          kind: 'boundary',
          attachedTo: idOf(element.attachedToRef),
          interrupting: element.cancelActivity !== false,
          catches,
        }
      );
    }
    default:
      return undefined;
  }
}

function intermediate(
  element: Moddle,
  none: boolean,
): IntermediateEvent['work'] | undefined {
  const throwing = typeName(element) === 'intermediateThrowEvent';
  const link = definitionsOf(element).find(
    ({ $type }) => $type === 'bpmn:LinkEventDefinition',
  );
  if (link) return { kind: 'link', link: text(link.name), throws: throwing };
  if (throwing) {
    if (none) return { kind: 'none' };
    const throws = throwsOf(element);
    return throws && { kind: 'throw', throws };
  }
  const catches = catchOf(element);
  return catches && { kind: 'catch', catches };
}

function idOf(reference: unknown): string {
  return text((reference as Moddle | undefined)?.id);
}

function bodyText(expression: unknown): string {
  return text((expression as Moddle | undefined)?.body).trim();
}
