import { definitionsOf } from '../../1-parse/events';
import { text } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import { nameOf, variableOf } from './names';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';
import { rootNamed } from './tree';
import type { Tree } from './tree';

/** Signals are named after the event, and a condition is a variable of its name. */
export const eventContent: Repair = {
  codes: ['BT2140'],
  hint: 'The signal is named after the element; the condition is a variable named after it.',
  mend(tree, event) {
    if (!event) return false;
    for (const definition of definitionsOf(event)) {
      if (is(definition, 'SignalEventDefinition') && !definition.signalRef)
        set(definition, 'signalRef', rootNamed(tree, 'Signal', nameOf(event)));
      if (is(definition, 'ConditionalEventDefinition') && !definition.condition)
        set(
          definition,
          'condition',
          tree.create('bpmn:FormalExpression', definition, {
            body: `=${variableOf(event, 'Holds')}`,
          }),
        );
    }
    return true;
  },
};

/** An error or escalation without a code has its own name as the code, or that of the event. */
export const eventCode: Repair = {
  codes: ['BT1314', 'BT2103'],
  hint: 'The code is the name of the error or escalation, or of the element.',
  mend(tree, event) {
    if (!event) return false;
    for (const definition of definitionsOf(event)) {
      if (is(definition, 'ErrorEventDefinition'))
        code(tree, event, definition, 'Error', 'errorCode');
      if (is(definition, 'EscalationEventDefinition'))
        code(tree, event, definition, 'Escalation', 'escalationCode');
    }
    return true;
  },
};

function code(
  tree: Tree,
  event: Moddle,
  definition: Moddle,
  type: 'Error' | 'Escalation',
  property: string,
): void {
  const reference = `${type.toLowerCase()}Ref`;
  const known = definition[reference] as Moddle | undefined;
  // to catch without a reference is to catch all
  if (!known && !is(event, 'ThrowEvent')) return;
  const thrown = known ?? rootNamed(tree, type, nameOf(event));
  set(definition, reference, thrown);
  if (!text(thrown[property])) set(thrown, property, nameOf(thrown));
}
