import { definitionsOf } from '../../../1-parse/events';
import { text } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { durationFrom, timeUntil } from '../../../runtime/duration';
import { at, every, is, isExecutable, tell } from '../../model';
import type { Rule } from '../../rule';

export const startTimer: Rule = {
  code: 'BT2137',
  severity: 'error',
  title: 'The timer of a start event does not say when',
  hint: 'Write an ISO 8601 duration, date or repetition such as PT24H, 2030-01-31T12:00:00Z or R/P1D, a cron expression, or FEEL that answers one.',
  *find(parsed) {
    for (const event of every(parsed, 'StartEvent'))
      for (const timer of definitionsOf(event)) {
        if (!is(timer, 'TimerEventDefinition') || !isExecutable(event))
          continue;
        const form = Object.keys(forms).find(name => timer[name]);
        if (!form) yield at(event, `The timer of ${tell(event)} is empty`);
        else {
          const value = text((timer[form] as Moddle).body).trim();
          if (!value.startsWith('=') && !forms[form]?.(value))
            yield at(
              event,
              `${form} of ${tell(event)} is ${JSON.stringify(value)}`,
            );
        }
      }
  },
};

const forms: Readonly<Record<string, (value: string) => boolean>> = {
  timeDuration: isDuration,
  timeDate: isDate,
  timeCycle: value => isRepetition(value) || cron.test(value),
};

/** `R`, a number or none, and a period with the start before it or the end after it. */
function isRepetition(value: string): boolean {
  const [start = '', ...parts] = value.split('/');
  return (
    /^R\d*$/.test(start) &&
    parts.some(isDuration) &&
    parts.length <= 2 &&
    parts.every(part => isDuration(part) || isDate(part))
  );
}

/** Five to seven fields, or one of the names for them. */
const cron = /^(?:@\w+|[\dA-Z*?,/#-]+(?:\s+[\dA-Z*?,/#-]+){4,6})$/i;

function isDuration(value: string): boolean {
  return succeeds(() => durationFrom(0, value));
}

function isDate(value: string): boolean {
  return succeeds(() => timeUntil(0, value));
}

function succeeds(read: () => number): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
