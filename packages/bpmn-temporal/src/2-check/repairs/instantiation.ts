import { is } from '../model';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** What flows lead to starts no instance. */
export const instantiation: Repair = {
  codes: ['BT2136'],
  hint: 'It starts no instance.',
  mend(_tree, node) {
    if (!node) return false;
    set(node, 'instantiate', undefined);
    if (is(node, 'EventBasedGateway'))
      set(node, 'eventGatewayType', 'Exclusive');
    return true;
  },
};
