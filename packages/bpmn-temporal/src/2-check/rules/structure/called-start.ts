import { extension, list, text } from '../../../1-parse/moddle';
import { at, calledId, every, is, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const calledStart: Rule = {
  code: 'BT2135',
  severity: 'error',
  title: 'A called process starts only by an event',
  hint: 'Draw a start event without a trigger in the called process.',
  *find(parsed) {
    const processes = new Map(
      [...every(parsed, 'Process')].map(process => [process.id, process]),
    );
    for (const call of every(parsed, 'CallActivity')) {
      const called = processes.get(
        text(extension(call, 'CalledElement')?.processId) || calledId(call),
      );
      const starts = list(called?.flowElements).filter(node =>
        is(node, 'StartEvent'),
      );
      if (called && starts.length > 0 && starts.every(isTriggered))
        yield at(
          call,
          `${tell(call)} calls ${tell(
            called,
          )}, whose start events all have a trigger`,
        );
    }
  },
};

function isTriggered(start: Parameters<typeof kindsOf>[0]): boolean {
  return kindsOf(start).length > 0;
}
