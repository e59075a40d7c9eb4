import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** A reference to something of another type says nothing; what is called may be in another file. */
export const referenceType: Repair = {
  codes: ['BT2102'],
  hint: 'The reference was left out; a called process may be in another drawing.',
  mend(tree, element, { message }) {
    if (!element) return false;
    const name = /^(\w+) of /.exec(message)?.[1];
    if (name === undefined) {
      if (is(element, 'CallActivity') && message.includes('neither'))
        set(element, 'calledElement', undefined);
      return false;
    }
    const holders: Moddle[] = [
      element,
      ...tree.all('BaseElement').filter(({ $parent }) => $parent === element),
    ];
    for (const holder of holders)
      if (holder[name] && message.includes(' is '))
        set(holder, name, undefined);
    return false;
  },
};
