import { is, kindsOf } from '../model';
import { outgoing, remove, retype } from './flows';
import type { Repair } from './repair';

const goOn = ['message', 'signal', 'escalation', 'compensate'];

/** An end event that the flow goes on behind is an intermediate one; a flow behind an error is never taken. */
export const endOutgoing: Repair = {
  codes: ['BT1204'],
  hint: 'It became an intermediate event; behind an error, a cancellation or a termination the flow was left out.',
  mend(_tree, end) {
    if (!end || !is(end, 'EndEvent')) return false;
    if (kindsOf(end).every(kind => goOn.includes(kind)))
      retype(end, 'bpmn:IntermediateThrowEvent', [
        'eventDefinitions',
        'eventDefinitionRef',
      ]);
    else for (const flow of outgoing(end)) remove(flow);
    return true;
  },
};
