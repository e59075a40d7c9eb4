import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** The default flow is taken where no other is, whatever is written on it. */
export const defaultFlow: Repair = {
  codes: ['BT1209'],
  hint: 'The condition of the default flow was left out, and so was a default flow of another element.',
  mend(_tree, element) {
    if (!element) return false;
    if (is(element, 'SequenceFlow'))
      set(element, 'conditionExpression', undefined);
    else if ((element.default as Moddle | undefined)?.sourceRef !== element)
      set(element, 'default', undefined);
    else return false;
    return true;
  },
};
