import { definitionsOf } from '../../../1-parse/events';
import { at, every, is, isExecutable, speaksZeebe, tell } from '../../model';
import type { Rule } from '../../rule';

export const eventMessage: Rule = {
  code: 'BT2205',
  severity: 'error',
  title: 'A message event has no message',
  hint: 'Let the event refer to a message.',
  *find(parsed) {
    const zeebe = speaksZeebe(parsed);
    for (const event of every(parsed, 'Event')) {
      // a job of Zeebe knows itself what it sends
      if (!isExecutable(event) || (zeebe && is(event, 'ThrowEvent'))) continue;
      for (const definition of definitionsOf(event))
        if (is(definition, 'MessageEventDefinition') && !definition.messageRef)
          yield at(event, `${tell(event)} has no message`);
    }
  },
};
