import { set } from '../../1-parse/change';
import { extension } from '../../1-parse/moddle';
import type { Repair } from './repair';

/** What the call is bound to is not there: it may be in another drawing. */
export const callBinding: Repair = {
  codes: ['BT1215'],
  hint: 'It calls the newest version.',
  mend(_tree, call) {
    const called = call && extension(call, 'CalledElement');
    if (!called) return false;
    set(called, 'bindingType', 'latest');
    return true;
  },
};
