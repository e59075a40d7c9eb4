import { at, every, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const boundaryEventType: Rule = {
  code: 'BT2121',
  severity: 'error',
  title: 'A boundary event has a type that BPMN does not allow there',
  hint: 'Catch a message, timer, escalation, condition or signal, or, interrupting only, an error, cancel or compensation.',
  *find(parsed) {
    for (const event of every(parsed, 'BoundaryEvent')) {
      const kinds = kindsOf(event);
      const beside = event.cancelActivity === false;
      for (const kind of kinds)
        if (never.includes(kind))
          yield at(event, `${tell(event)} has the type ${kind}`);
        else if (beside && interrupting.includes(kind))
          yield at(
            event,
            `${tell(event)} has the type ${kind}, but does not interrupt`,
          );
      if (kinds.length === 0)
        yield at(event, `${tell(event)} waits for nothing`);
    }
  },
};

const never = ['link', 'terminate'];
const interrupting = ['error', 'cancel', 'compensate'];
