import { around, at, every, is, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const transactionCancel: Rule = {
  code: 'BT2127',
  severity: 'error',
  title: 'A cancel event has no transaction',
  hint: 'Cancel end events stand in a transaction, cancel boundary events on one.',
  *find(parsed) {
    for (const event of every(parsed, 'EndEvent'))
      if (kindsOf(event).includes('cancel') && !around(event, 'Transaction'))
        yield at(event, `${tell(event)} stands in no transaction`);
    for (const event of every(parsed, 'BoundaryEvent'))
      if (
        kindsOf(event).includes('cancel') &&
        !is(event.attachedToRef, 'Transaction')
      )
        yield at(event, `${tell(event)} is attached to no transaction`);
  },
};
