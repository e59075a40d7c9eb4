import { definitionsOf } from '../../1-parse/events';
import { text } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { feelOf } from '../../1-parse/vendors/el';
import { is } from '../model';
import { variableOf } from './names';
import type { Repair } from './repair';
import { drop, set } from '../../1-parse/change';
import type { Tree } from './tree';

const forms = ['timeDuration', 'timeDate', 'timeCycle'] as const;

/** How long is a variable of the name of the element, where the drawing only tells it in words or not at all. */
export const timerValue: Repair = {
  codes: ['BT1313'],
  hint: 'How long it waits is a variable named after the element, such as "PT24H".',
  mend(tree, event) {
    if (!event) return false;
    for (const timer of timers(event)) mendTimer(tree, event, timer);
    return true;
  },
};

/** A start by a timer that says nothing is a start by hand; within an instance it is a variable. */
export const startTimer: Repair = {
  codes: ['BT2137'],
  hint: 'The process is started by hand; in an event subprocess it is a variable named after the element.',
  mend(tree, event) {
    if (!event) return false;
    for (const timer of timers(event))
      if (event.$parent?.triggeredByEvent === true)
        mendTimer(tree, event, timer);
      else drop(event, 'eventDefinitions', timer);
    return true;
  },
};

export const timerForms: Repair = {
  codes: ['BT2132'],
  hint: 'The duration counts, else the date.',
  mend(_tree, element) {
    if (!element) return false;
    const found = is(element, 'TimerEventDefinition')
      ? [element]
      : timers(element);
    for (const timer of found) {
      const first = forms.find(form => timer[form]);
      for (const form of forms) if (form !== first) set(timer, form, undefined);
    }
    return true;
  },
};

function timers(event: Moddle): Moddle[] {
  return definitionsOf(event).filter(definition =>
    is(definition, 'TimerEventDefinition'),
  );
}

function mendTimer(tree: Tree, event: Moddle, timer: Moddle): void {
  const form = forms.find(one => timer[one]) ?? 'timeDuration';
  const source = text((timer[form] as Moddle | undefined)?.body).trim();
  const feel = feelOf(source);
  const kept = feel === undefined ? 'timeDuration' : form;
  for (const one of forms) set(timer, one, undefined);
  set(
    timer,
    kept,
    tree.create('bpmn:FormalExpression', timer, {
      body: `=${feel ?? variableOf(event, 'Duration')}`,
    }),
  );
}
