import { list } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const setPairs: Rule = {
  code: 'BT2310',
  severity: 'error',
  title: 'An input set and an output set do not refer to each other',
  hint: 'Let both refer to the other, or neither.',
  *find(parsed) {
    for (const [type, there, back] of [
      ['InputSet', 'outputSetRefs', 'inputSetRefs'],
      ['OutputSet', 'inputSetRefs', 'outputSetRefs'],
    ] as const)
      for (const set of every(parsed, type))
        for (const other of list(set[there]))
          if (!list(other[back]).includes(set))
            yield at(
              set,
              `${tell(set)} refers to ${tell(other)}, which does not to it`,
            );
  },
};
