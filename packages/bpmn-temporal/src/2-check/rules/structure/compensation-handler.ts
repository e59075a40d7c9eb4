import type { Parsed } from '../../../1-parse';
import type { Moddle } from '../../../1-parse/moddle';
import { flowsOf } from '../../flows';
import { at, every, is, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const compensationHandler: Rule = {
  code: 'BT2128',
  severity: 'error',
  title: 'A compensation boundary event has no handler',
  hint: 'Lead one association, and no flow, from it to an activity with isForCompensation="true".',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const event of every(parsed, 'BoundaryEvent')) {
      if (!kindsOf(event).includes('compensate')) continue;
      const handlers = associated(parsed, event);
      if (handlers.length !== 1)
        yield at(event, `${tell(event)} has ${handlers.length} handlers`);
      for (const handler of handlers)
        if (handler.isForCompensation !== true)
          yield at(
            event,
            `${tell(handler)}, the handler of ${tell(
              event,
            )}, is not for compensation`,
          );
      for (const flow of flows.outgoing(event))
        yield at(event, `${tell(event)} has the outgoing flow ${flow.id}`);
    }
  },
};

/** The activities at the other ends of the event's associations; annotations have associations too. */
function associated(parsed: Parsed, event: Moddle): Moddle[] {
  return [...every(parsed, 'Association')]
    .flatMap(({ sourceRef, targetRef }) => {
      if (sourceRef === event) return [targetRef];
      return targetRef === event ? [sourceRef] : [];
    })
    .filter((other): other is Moddle => is(other, 'Activity'));
}
