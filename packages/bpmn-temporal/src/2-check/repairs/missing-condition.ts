import type { Moddle } from '../../1-parse/moddle';
import { text } from '../../1-parse/moddle';
import { decide } from './decide';
import { outgoing } from './flows';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** The only flow without a condition is what is done otherwise; where several have none, a job decides. */
export const missingCondition: Repair = {
  codes: ['BT1208'],
  hint: 'A job in front of the gateway answers which flow is taken, by name; the only flow without a condition is the default one.',
  mend(tree, flow) {
    const gateway = flow?.sourceRef as Moddle | undefined;
    if (!gateway) return false;
    const open = outgoing(gateway).filter(one => !bodyOf(one));
    if (!gateway.default && open.length === 1) {
      set(open[0] as Moddle, 'conditionExpression', undefined);
      set(gateway, 'default', open[0]);
      return true;
    }
    return decide(tree, gateway);
  },
};

function bodyOf(flow: Moddle): string {
  return text((flow.conditionExpression as Moddle | undefined)?.body).trim();
}
