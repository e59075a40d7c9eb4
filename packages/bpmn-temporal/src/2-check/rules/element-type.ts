import { typeName } from '../../1-parse/moddle';
import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const elementType: Rule = {
  code: 'BT1301',
  severity: 'error',
  title: 'The element is not supported',
  hint: 'Draw it with the elements that are: see the list in the README of @ameide/bpmn-temporal.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      if (!supported.has(typeName(element)))
        yield {
          elementId: element.id,
          processId,
          message: `${typeName(element)} ${show(element)} is not supported`,
        };
  },
};

const supported = new Set([
  'sequenceFlow',
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'task',
  'serviceTask',
  'userTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'manualTask',
  'businessRuleTask',
  'subProcess',
  'exclusiveGateway',
  'parallelGateway',
  'eventBasedGateway',
  'dataObject',
  'dataObjectReference',
  'dataStoreReference',
]);
