import type { Moddle } from '../../1-parse/moddle';
import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const standardLoop: Rule = {
  code: 'BT1304',
  severity: 'error',
  title: 'Loop activities are not supported',
  hint: 'Remove the marker, and lead a flow back from an exclusive gateway.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      if (
        (element.loopCharacteristics as Moddle | undefined)?.$type ===
        'bpmn:StandardLoopCharacteristics'
      )
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} is a loop activity`,
        };
  },
};
