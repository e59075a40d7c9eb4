import type { Moddle } from '../../1-parse/moddle';
import { incoming, outgoing, remove, setTarget } from './flows';
import type { Repair } from './repair';

/** A flow back to the start goes on behind it: the start itself does nothing the second time. */
export const startIncoming: Repair = {
  codes: ['BT1203'],
  hint: 'The flow leads to what follows the start event.',
  mend(_tree, start) {
    if (!start) return false;
    const [next, ...more] = outgoing(start);
    for (const flow of incoming(start))
      if (next?.targetRef && !more.length && next !== flow)
        setTarget(flow, next.targetRef as Moddle);
      else remove(flow);
    return true;
  },
};
