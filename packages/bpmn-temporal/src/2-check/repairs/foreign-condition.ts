import type { Moddle } from '../../1-parse/moddle';
import { text } from '../../1-parse/moddle';
import { feelOfCondition } from '../../1-parse/vendors/el';
import { feelError } from '../../4-emit/feel/syntax';
import { is } from '../model';
import { decide } from './decide';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** What FEEL says as well is said in FEEL; of any other text a job makes a decision. */
export const foreignCondition: Repair = {
  codes: ['BT1402'],
  hint: 'It was translated to FEEL; where that can not be done, a job in front of the gateway answers which flow is taken, by name.',
  mend(tree, flow) {
    const condition = flow?.conditionExpression as Moddle | undefined;
    if (!flow || !condition) return false;
    const source = text(condition.body).trim();
    const feel =
      /feel/i.test(text(condition.language)) && !feelError(source)
        ? source
        : feelOfCondition(source);
    if (feel !== undefined) {
      set(condition, 'body', `=${feel}`);
      return true;
    }
    const node = flow.sourceRef;
    return is(node, 'FlowNode') && decide(tree, node as Moddle);
  },
};
