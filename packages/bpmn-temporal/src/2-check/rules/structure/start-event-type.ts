import type { Moddle } from '../../../1-parse/moddle';
import { at, every, is, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const startEventType: Rule = {
  code: 'BT2118',
  severity: 'error',
  title: 'A start event has a trigger that BPMN does not allow there',
  hint: 'Triggers are message, timer, conditional and signal in a process; also error, escalation and compensation in an event subprocess; none in other subprocesses.',
  *find(parsed) {
    for (const event of every(parsed, 'StartEvent')) {
      const allowed = allowedFor(event);
      const kinds = kindsOf(event);
      for (const kind of kinds)
        if (!allowed.includes(kind))
          yield at(event, `${tell(event)} has the trigger ${kind}`);
      if (kinds.length === 0 && inEventSubprocess(event))
        yield at(event, `${tell(event)} has no trigger`);
    }
  },
};

function allowedFor(event: Moddle): readonly string[] {
  if (is(event.$parent, 'SubProcess')) {
    if (!inEventSubprocess(event)) return [];
    // what has gone wrong or is done can't go on beside its handler
    return event.isInterrupting === false
      ? [...triggers, 'escalation']
      : [...triggers, 'escalation', 'error', 'compensate'];
  }
  return triggers;
}

function inEventSubprocess(event: Moddle): boolean {
  return event.$parent?.triggeredByEvent === true;
}

const triggers = ['message', 'timer', 'conditional', 'signal'];
