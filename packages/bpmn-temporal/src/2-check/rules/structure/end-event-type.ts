import { at, every, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const endEventType: Rule = {
  code: 'BT2120',
  severity: 'error',
  title: 'An end event has a type that BPMN does not allow there',
  hint: 'An end event throws nothing, a message, error, escalation, cancel, compensation or signal, or terminates.',
  *find(parsed) {
    for (const event of every(parsed, 'EndEvent'))
      for (const kind of kindsOf(event))
        if (forbidden.includes(kind))
          yield at(event, `${tell(event)} has the type ${kind}`);
  },
};

const forbidden = ['conditional', 'link', 'timer'];
