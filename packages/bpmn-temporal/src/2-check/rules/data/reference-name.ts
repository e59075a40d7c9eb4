import { text } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const referenceName: Rule = {
  code: 'BT2307',
  severity: 'error',
  title: 'A data object in a state is not named after the object and the state',
  hint: 'Name the reference as in "Order [paid]": the name of the data object, and the state in brackets.',
  *find(parsed) {
    for (const reference of every(parsed, 'DataObjectReference')) {
      const object = reference.dataObjectRef as Moddle | undefined;
      const state = reference.dataState as Moddle | undefined;
      // without both names there is nothing to put together
      if (!reference.name || !object?.name || !state?.name) continue;
      const wanted = `${object.name} [${state.name}]`;
      if (bare(reference.name) !== bare(wanted))
        yield at(
          reference,
          `${tell(reference)} should be named ${JSON.stringify(wanted)}`,
        );
    }
  },
};

function bare(name: unknown): string {
  return text(name).replace(/\s+/g, '');
}
