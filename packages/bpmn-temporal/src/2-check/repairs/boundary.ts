import { addFlow, addNode, incoming, outgoing, remove } from './flows';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';
import { is, kindsOf } from '../model';

/** No token comes to an event on a boundary but by its event. */
export const boundaryIncoming: Repair = {
  codes: ['BT1205'],
  hint: 'The flow was left out.',
  mend(_tree, event) {
    if (!event) return false;
    for (const flow of incoming(event)) remove(flow);
    return true;
  },
};

/** Behind an event without a flow its token ends; an event on the boundary of nothing never happens. */
export const boundaryOutgoing: Repair = {
  codes: ['BT1212'],
  hint: 'An end event was drawn behind it, or it was left out where it is attached to no activity.',
  mend(tree, event) {
    if (!event) return false;
    if (!is(event.attachedToRef, 'Activity')) {
      remove(event);
      return true;
    }
    if (outgoing(event).length) return false;
    const id = tree.freshId(`${event.id}_end`);
    addFlow(tree, event, addNode('bpmn:EndEvent', event, { id }));
    return true;
  },
};

/** An error always interrupts; of two events that catch the same error the second never happens. */
export const errorBoundary: Repair = {
  codes: ['BT1315'],
  hint: 'It interrupts; the second one of two that catch the same was left out.',
  mend(_tree, event) {
    if (!event) return false;
    if (event.cancelActivity === false && kindsOf(event).includes('error'))
      set(event, 'cancelActivity', true);
    else remove(event);
    return true;
  },
};
