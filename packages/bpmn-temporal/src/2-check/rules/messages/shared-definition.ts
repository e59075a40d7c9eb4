import { list } from '../../../1-parse/moddle';
import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const sharedDefinition: Rule = {
  code: 'BT2204',
  severity: 'error',
  title: 'An event refers to the definition inside of another event',
  hint: 'Move the event definition to the top level of the file to share it.',
  *find(parsed) {
    for (const event of every(parsed, 'Event'))
      for (const definition of list(event.eventDefinitionRef))
        if (
          is(definition, 'EventDefinition') &&
          definition.$parent !== parsed.definitions
        )
          yield at(
            event,
            `${tell(event)} refers to ${tell(
              definition,
            )}, which is not at the top level`,
          );
  },
};
