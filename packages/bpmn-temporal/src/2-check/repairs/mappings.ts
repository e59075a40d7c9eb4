import { extension, list, text } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import type { Repair } from './repair';
import { drop } from '../../1-parse/change';
import { unextend } from '../../1-parse/zeebe';

const names = /^[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*$/u;

export const mappingTarget: Repair = {
  codes: ['BT1403'],
  hint: 'The mapping was left out.',
  mend(_tree, element) {
    const mapping = element && extension(element, 'IoMapping');
    if (!mapping) return false;
    for (const side of ['inputParameters', 'outputParameters'])
      for (const entry of list(mapping[side]))
        if (!isMapping(entry)) drop(mapping, side, entry);
    return true;
  },
};

function isMapping(entry: Moddle): boolean {
  const target = text(entry.target);
  return (
    names.test(target) &&
    !target.includes('__proto__') &&
    text(entry.source) !== ''
  );
}

export const lostMapping: Repair = {
  codes: ['BT1404'],
  hint: 'The mappings were left out.',
  mend: (_tree, element) =>
    element !== undefined && unextend(element, 'IoMapping'),
};
