import { show } from '../executed';
import { triggers } from '../triggers';
import { durationFrom, repetition, timeUntil } from '../../runtime/duration';
import type { Rule } from '../rule';

export const timerValue: Rule = {
  code: 'BT1313',
  severity: 'error',
  title: 'A timer does not say when',
  hint: 'Write an ISO 8601 duration, date or repetition such as PT24H, 2030-01-31T12:00:00Z or R3/PT10M, or FEEL that answers one.',
  *find(parsed) {
    for (const { node, trigger, processId } of triggers(parsed)) {
      if (trigger.kind !== 'timer' || node.kind === 'start') continue;
      const { form, source } = trigger.timer;
      if (!source.startsWith('=') && !isTime(form, source))
        yield {
          elementId: node.id,
          processId,
          message: `The ${form} of ${show(node)} is ${JSON.stringify(source)}`,
        };
    }
  },
};

function isTime(form: 'duration' | 'date' | 'cycle', source: string): boolean {
  try {
    if (form === 'duration') durationFrom(0, source);
    else if (form === 'date') timeUntil(0, source);
    else durationFrom(0, repetition(source).every);
    return true;
  } catch {
    return false;
  }
}
