import { definitionsOf } from '../../../1-parse/events';
import type { Moddle } from '../../../1-parse/moddle';
import { dataOf, itemOf, payloadOf, sameItem } from '../../data';
import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const eventData: Rule = {
  code: 'BT2312',
  severity: 'error',
  title: 'The data of an event do not match what its definitions carry',
  hint: 'Give it one input or output for each of its definitions that carries something, in the same order and with the same item.',
  *find(parsed) {
    for (const event of every(parsed, 'Event')) {
      const side = is(event, 'ThrowEvent') ? 'inputs' : 'outputs';
      const data = dataOf(event)[side];
      const carried = definitionsOf(event).flatMap(payload);
      // an event without data leaves aside what comes with it
      if (data.length === 0 || carried.length === 0) continue;
      if (data.length !== carried.length)
        yield at(
          event,
          `${tell(event)} has ${data.length} ${side} for ${
            carried.length
          } definitions`,
        );
      else
        for (const [index, entry] of data.entries())
          if (!sameItem(itemOf(entry), carried[index]))
            yield at(
              event,
              `${tell(entry)} of ${tell(
                event,
              )} is not what its definition carries`,
            );
    }
  },
};

/** The item of what the definition refers to, if it has one. */
function payload(definition: Moddle): Moddle[] {
  const { messageRef, signalRef, errorRef, escalationRef } = definition;
  const carrier = (signalRef ?? errorRef ?? escalationRef) as
    | Moddle
    | undefined;
  const item = payloadOf(messageRef) ?? carrier?.structureRef;
  return is(item, 'ItemDefinition') ? [item] : [];
}
