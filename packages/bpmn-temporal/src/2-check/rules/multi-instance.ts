import type { Moddle } from '../../1-parse/moddle';
import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const multiInstance: Rule = {
  code: 'BT1303',
  severity: 'error',
  title: 'Multi-instance activities are not supported',
  hint: 'Remove the marker, or loop over the list with a gateway.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      if (
        (element.loopCharacteristics as Moddle | undefined)?.$type ===
        'bpmn:MultiInstanceLoopCharacteristics'
      )
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} is a multi-instance activity`,
        };
  },
};
