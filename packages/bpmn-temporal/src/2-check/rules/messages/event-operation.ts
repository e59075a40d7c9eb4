import { definitionsOf } from '../../../1-parse/events';
import { at, every, is, isExecutable, speaksZeebe, tell } from '../../model';
import type { Rule } from '../../rule';

export const eventOperation: Rule = {
  code: 'BT2206',
  severity: 'error',
  title: 'A message event has no operation',
  hint: 'Let the event refer to an operation, or draw for Zeebe, where a job sends and a correlation key finds.',
  *find(parsed) {
    if (speaksZeebe(parsed)) return;
    for (const event of every(parsed, 'Event')) {
      if (!isExecutable(event)) continue;
      for (const definition of definitionsOf(event))
        if (
          is(definition, 'MessageEventDefinition') &&
          !definition.operationRef
        )
          yield at(event, `${tell(event)} has no operation`);
    }
  },
};
