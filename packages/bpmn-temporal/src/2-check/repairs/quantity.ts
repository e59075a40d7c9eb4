import type { Repair } from './repair';
import { set } from '../../1-parse/change';

export const quantity: Repair = {
  codes: ['BT1306', 'BT2113'],
  hint: 'One token starts the activity, and one leaves it.',
  mend(_tree, activity) {
    if (!activity) return false;
    set(activity, 'startQuantity', undefined);
    set(activity, 'completionQuantity', undefined);
    return true;
  },
};
