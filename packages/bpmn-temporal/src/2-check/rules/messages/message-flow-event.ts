import type { Moddle } from '../../../1-parse/moddle';
import { at, every, is, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const messageFlowEvent: Rule = {
  code: 'BT2203',
  severity: 'error',
  title: 'A message flow leaves or reaches an event that sends or gets none',
  hint: 'Message flows leave throwing message events and reach catching ones.',
  *find(parsed) {
    for (const flow of every(parsed, 'MessageFlow'))
      for (const [end, type] of [
        ['sourceRef', 'ThrowEvent'],
        ['targetRef', 'CatchEvent'],
      ] as const) {
        const event = flow[end];
        if (is(event, 'Event') && !(is(event, type) && ofMessage(event)))
          yield at(
            flow,
            `${flow.id} ${end === 'sourceRef' ? 'leaves' : 'reaches'} ${tell(
              event,
            )}`,
          );
      }
  },
};

function ofMessage(event: Moddle): boolean {
  return kindsOf(event).includes('message');
}
