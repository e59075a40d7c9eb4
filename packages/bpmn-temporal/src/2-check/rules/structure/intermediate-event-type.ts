import { at, every, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const intermediateEventType: Rule = {
  code: 'BT2119',
  severity: 'error',
  title: 'An intermediate event has a type that BPMN does not allow there',
  hint: 'Catch a message, timer, condition, signal or link; throw nothing, a message, escalation, compensation, signal or link; others belong on a boundary or at the end.',
  *find(parsed) {
    for (const [type, allowed] of Object.entries(types))
      for (const event of every(parsed, type)) {
        const kinds = kindsOf(event);
        for (const kind of kinds)
          if (!allowed.includes(kind) || (kind === 'link' && kinds.length > 1))
            yield at(event, `${tell(event)} has the type ${kind}`);
        if (kinds.length === 0 && type === 'IntermediateCatchEvent')
          yield at(event, `${tell(event)} waits for nothing`);
      }
  },
};

const types = {
  IntermediateCatchEvent: ['message', 'timer', 'conditional', 'signal', 'link'],
  IntermediateThrowEvent: [
    'message',
    'escalation',
    'compensate',
    'signal',
    'link',
  ],
};
