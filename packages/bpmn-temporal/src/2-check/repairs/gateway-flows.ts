import { is } from '../model';
import { addFlow, addNode, outgoing, remove } from './flows';
import type { Repair } from './repair';

/** Tokens end at a gateway that nothing follows; none comes to a gateway that nothing leads to. */
export const gatewayFlows: Repair = {
  codes: ['BT1213'],
  hint: 'An end event was drawn behind it, or it was left out where nothing leads to it.',
  mend(tree, gateway, { message }) {
    if (!gateway || !is(gateway, 'Gateway')) return false;
    if (message.endsWith('no incoming flow')) remove(gateway);
    else {
      if (outgoing(gateway).length) return false;
      const id = tree.freshId(`${gateway.id}_end`);
      addFlow(tree, gateway, addNode('bpmn:EndEvent', gateway, { id }));
    }
    return true;
  },
};
