import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const compensation: Rule = {
  code: 'BT1305',
  severity: 'error',
  title: 'Compensation is not supported',
  hint: 'Draw the way back as an ordinary flow.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      if (element.isForCompensation === true)
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} is a compensation activity`,
        };
  },
};
