import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import { variableOf } from './names';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';
import { extend } from '../../1-parse/zeebe';

/** For each of what is a variable named after the element. */
export const loopCount: Repair = {
  codes: ['BT2123', 'BT2138'],
  hint: 'There is an instance for each entry of a variable named after the element.',
  mend(_tree, element) {
    const activity = is(element, 'LoopCharacteristics')
      ? element?.$parent
      : element;
    const loop = activity?.loopCharacteristics as Moddle | undefined;
    if (!activity || !loop) return false;
    if (is(loop, 'StandardLoopCharacteristics')) {
      set(loop, 'loopMaximum', undefined);
      return true;
    }
    set(loop, 'loopCardinality', undefined);
    const items = variableOf(activity, 'Items');
    extend(loop, 'LoopCharacteristics', {
      inputCollection: `=${items}`,
      inputElement: items.replace(/s$/, ''),
    });
    return true;
  },
};
