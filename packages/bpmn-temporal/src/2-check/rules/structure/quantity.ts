import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const quantity: Rule = {
  code: 'BT2113',
  severity: 'error',
  title: 'A token quantity is less than one',
  hint: 'Write a whole number from 1 on, or leave the attribute out.',
  *find(parsed) {
    for (const activity of every(parsed, 'Activity'))
      for (const name of ['startQuantity', 'completionQuantity']) {
        const value = activity[name];
        if (value !== undefined && !(Number(value) >= 1))
          yield at(activity, `${tell(activity)} has ${name} ${String(value)}`);
      }
  },
};
