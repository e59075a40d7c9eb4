import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const tokenQuantity: Rule = {
  code: 'BT1306',
  severity: 'error',
  title: 'A token quantity is no whole number above zero',
  hint: 'Leave startQuantity and completionQuantity out, or give them 1 or more (10.3).',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      for (const name of ['startQuantity', 'completionQuantity']) {
        const quantity = element[name];
        if (quantity === undefined || isQuantity(quantity)) continue;
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} has ${name} ${String(quantity)}`,
        };
      }
  },
};

function isQuantity(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}
