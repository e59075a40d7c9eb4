import { definitionsOf } from '../../1-parse/events';
import { text } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import { nameOf } from './names';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';
import { rootNamed } from './tree';
import { extend } from '../../1-parse/zeebe';

/** A message that only the name of its event tells of has that name. */
export const messageName: Repair = {
  codes: ['BT1311', 'BT2205'],
  hint: 'The message is named after the element.',
  mend(tree, element) {
    if (!element) return false;
    for (const holder of holders(element)) {
      const message = holder.messageRef as Moddle | undefined;
      if (!message)
        set(holder, 'messageRef', rootNamed(tree, 'Message', nameOf(element)));
      else if (!text(message.name)) set(message, 'name', nameOf(element));
    }
    return true;
  },
};

/** Camunda 7 and others find the instance by its business key, or leave it to who sends. */
export const correlationKey: Repair = {
  codes: ['BT1312'],
  hint: 'The variable businessKey finds the instance.',
  mend(_tree, element) {
    if (!element) return false;
    const messages = holders(element)
      .map(({ messageRef }) => messageRef)
      .filter((message): message is Moddle => is(message, 'Message'));
    for (const message of messages)
      extend(message, 'Subscription', { correlationKey: '=businessKey' });
    return messages.length > 0;
  },
};

/** What refers to a message: a receive task itself, or the definitions of an event. */
function holders(element: Moddle): Moddle[] {
  if (is(element, 'ReceiveTask')) return [element];
  return definitionsOf(element).filter(definition =>
    is(definition, 'MessageEventDefinition'),
  );
}
