import { is } from '../model';
import { incoming, outgoing, remove, retype } from './flows';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** The link itself is the flow to its target and from its source. */
export const linkFlow: Repair = {
  codes: ['BT2130'],
  hint: 'The flow was left out: the link itself leads on.',
  mend(_tree, event) {
    if (!event) return false;
    const flows = is(event, 'IntermediateCatchEvent')
      ? incoming(event)
      : outgoing(event);
    for (const flow of flows) remove(flow);
    return true;
  },
};

/** A link to nowhere is an event that does nothing. */
export const linkPair: Repair = {
  codes: ['BT2131'],
  hint: 'It became an event that does nothing.',
  mend(_tree, event) {
    if (!event) return false;
    if (is(event, 'IntermediateCatchEvent'))
      retype(event, 'bpmn:IntermediateThrowEvent', []);
    else set(event, 'eventDefinitions', undefined);
    return true;
  },
};
