import { definitionsOf } from '../../../1-parse/events';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, is, isExecutable, tell } from '../../model';
import type { Rule } from '../../rule';

export const escalationCode: Rule = {
  code: 'BT2103',
  severity: 'error',
  title: 'An escalation is thrown without a code',
  hint: 'Let the event refer to an escalation with an escalation code.',
  *find(parsed) {
    for (const event of every(parsed, 'ThrowEvent'))
      for (const definition of definitionsOf(event)) {
        if (!is(definition, 'EscalationEventDefinition')) continue;
        const escalation = definition.escalationRef as Moddle | undefined;
        if (isExecutable(event) && !escalation?.escalationCode)
          yield at(
            event,
            `${tell(event)} throws an escalation that has no code`,
          );
      }
  },
};
