import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const tokenQuantity: Rule = {
  code: 'BT1306',
  severity: 'error',
  title: 'Token quantities other than 1 are not supported',
  hint: 'Leave startQuantity and completionQuantity out.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      for (const name of ['startQuantity', 'completionQuantity'])
        if (element[name] !== undefined && element[name] !== 1)
          yield {
            elementId: element.id,
            processId,
            message: `${show(element)} has ${name} ${String(element[name])}`,
          };
  },
};
