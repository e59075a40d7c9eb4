import type { Moddle } from '../../../1-parse/moddle';
import { dataOf, itemOf, sameItem } from '../../data';
import { at, calledId, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const calledData: Rule = {
  code: 'BT2304',
  severity: 'error',
  title: 'The data of a call activity does not match the called element',
  hint: 'Give the call activity the same inputs, outputs and sets as the called process or global task.',
  *find(parsed) {
    const callable = new Map(
      [...every(parsed, 'CallableElement')].map(entry => [entry.id, entry]),
    );
    for (const call of every(parsed, 'CallActivity')) {
      const called = callable.get(calledId(call));
      if (!called || !(call.ioSpecification || called.ioSpecification))
        continue;
      const [here, there] = [dataOf(call), dataOf(called)];
      for (const side of ['inputs', 'outputs'] as const)
        if (!matches(here[side], there[side]))
          yield at(
            call,
            `The ${side} of ${tell(call)} are not those of ${tell(called)}`,
          );
      // nothing to put into sets: then an empty set says as much as none
      for (const sets of ['inputSets', 'outputSets'] as const)
        if (
          here[sets].length !== there[sets].length &&
          (here[sets].length > 1 || there[sets].length > 1)
        )
          yield at(
            call,
            `${tell(call)} has not as many ${sets} as ${tell(called)}`,
          );
    }
  },
};

/** Whether each has its counterpart, in any order. */
function matches(here: readonly Moddle[], there: readonly Moddle[]): boolean {
  const left = [...there];
  for (const data of here) {
    const found = left.findIndex(other =>
      sameItem(itemOf(data), itemOf(other)),
    );
    if (found < 0) return false;
    left.splice(found, 1);
  }
  return left.length === 0;
}
