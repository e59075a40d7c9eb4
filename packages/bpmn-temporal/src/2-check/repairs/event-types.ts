import { definitionsOf } from '../../1-parse/events';
import type { Moddle } from '../../1-parse/moddle';
import { is, kindsOf } from '../model';
import { remove, retype } from './flows';
import { nameOf } from './names';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';
import { rootNamed } from './tree';
import type { Tree } from './tree';

/** Gives an event other definitions; none where the list is empty. */
function define(event: Moddle, definitions: readonly Moddle[]): void {
  set(event, 'eventDefinitionRef', undefined);
  set(event, 'eventDefinitions', definitions.length ? definitions : undefined);
}

function message(tree: Tree, event: Moddle): Moddle {
  return tree.create('bpmn:MessageEventDefinition', event, {
    messageRef: rootNamed(tree, 'Message', nameOf(event)),
  });
}

function only(event: Moddle, kinds: readonly string[]): Moddle[] {
  return definitionsOf(event).filter((_definition, index) =>
    kinds.includes(kindsOf(event)[index] ?? ''),
  );
}

/** What can't be waited for there is a message of the name of the event; what can't be thrown there is not. */
export const intermediateEventType: Repair = {
  codes: ['BT2119'],
  hint: 'It waits for a message named after it, or throws nothing.',
  mend(tree, event) {
    if (!event) return false;
    const catches = ['message', 'timer', 'conditional', 'signal'];
    const throws = ['message', 'escalation', 'compensate', 'signal'];
    if (is(event, 'IntermediateThrowEvent')) {
      const kinds = kindsOf(event);
      if (kinds.some(kind => kind === 'timer' || kind === 'conditional'))
        retype(event, 'bpmn:IntermediateCatchEvent', ['eventDefinitions']);
      else define(event, only(event, throws));
      return true;
    }
    const kept = only(event, catches);
    define(event, kept.length ? kept : [message(tree, event)]);
    return true;
  },
};

export const endEventType: Repair = {
  codes: ['BT2120'],
  hint: 'It ends without throwing anything.',
  mend(_tree, event) {
    if (!event) return false;
    define(event, []);
    return true;
  },
};

export const boundaryEventType: Repair = {
  codes: ['BT2121'],
  hint: 'It waits for a message named after it; an error, a cancellation and a compensation interrupt.',
  mend(tree, event) {
    if (!event) return false;
    const kinds = kindsOf(event);
    if (!kinds.length || kinds.some(kind => /link|terminate/.test(kind)))
      define(event, [message(tree, event)]);
    else set(event, 'cancelActivity', true);
    return true;
  },
};

/** Without a transaction around there is nothing to cancel. */
export const transactionCancel: Repair = {
  codes: ['BT2127'],
  hint: 'An end event ends without throwing anything; an event on a boundary was left out.',
  mend(_tree, event) {
    if (!event) return false;
    if (is(event, 'BoundaryEvent')) remove(event);
    else define(event, []);
    return true;
  },
};

/** What is no element of a process, or one that BPMN does not name. */
export const elementType: Repair = {
  codes: ['BT1301', 'BT2401'],
  hint: 'A token passes it as if nothing were there.',
  mend(_tree, element) {
    if (!element) return false;
    if (is(element, 'Event')) define(element, []);
    else retype(element, 'bpmn:Task', []);
    return true;
  },
};
