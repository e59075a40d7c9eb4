import { is } from '../model';
import { remove } from './flows';
import type { Repair } from './repair';

/** No token can take a flow to nowhere, nor one across the border of a subprocess. */
export const danglingFlow: Repair = {
  codes: ['BT1201'],
  hint: 'The flow was left out.',
  mend(_tree, flow) {
    if (!flow || !is(flow, 'SequenceFlow')) return false;
    remove(flow);
    return true;
  },
};
