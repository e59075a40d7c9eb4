import { eventKind } from '../../1-parse/events';
import { typeName } from '../../1-parse/moddle';
import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const eventType: Rule = {
  code: 'BT1302',
  severity: 'error',
  title: 'The event is not supported',
  hint: 'Use a none, message, timer, error or terminate event where BPMN allows it.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed)) {
      const kinds = supported[typeName(element)];
      const kind = eventKind(element);
      if (kinds && !kinds.includes(kind))
        yield {
          elementId: element.id,
          processId,
          message: `${typeName(element)} ${show(
            element,
          )} of type ${kind} is not supported`,
        };
    }
  },
};

const supported: Readonly<Record<string, readonly string[]>> = {
  startEvent: ['none', 'message', 'timer'],
  endEvent: ['none', 'message', 'error', 'terminate'],
  intermediateCatchEvent: ['message', 'timer'],
  intermediateThrowEvent: ['none', 'message'],
  boundaryEvent: ['message', 'timer', 'error'],
};
