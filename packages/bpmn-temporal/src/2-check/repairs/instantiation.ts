import { is } from '../model';
import type { Repair } from './repair';
import { set } from './tree';

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
