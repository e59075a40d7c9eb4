import { definitionsOf } from '../../../1-parse/events';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, is, isExecutable, tell } from '../../model';
import type { Rule } from '../../rule';

export const eventContent: Rule = {
  code: 'BT2140',
  severity: 'error',
  title: 'An event does not say which signal or what condition',
  hint: 'Let the signal event refer to a signal, and give the conditional event a condition.',
  *find(parsed) {
    for (const event of every(parsed, 'Event'))
      for (const definition of definitionsOf(event))
        if (isExecutable(event) && lacks(definition))
          yield at(event, `${tell(event)} lacks ${lacks(definition)}`);
  },
};

function lacks(definition: Moddle): string | undefined {
  if (is(definition, 'SignalEventDefinition') && !definition.signalRef)
    return 'a signal';
  if (is(definition, 'ConditionalEventDefinition') && !definition.condition)
    return 'a condition';
  return undefined;
}
