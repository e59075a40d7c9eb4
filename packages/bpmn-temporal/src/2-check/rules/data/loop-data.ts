import type { Moddle } from '../../../1-parse/moddle';
import { dataOf, itemOf } from '../../data';
import { at, every, is, tell } from '../../model';
import type { Finding, Rule } from '../../rule';

export const loopData: Rule = {
  code: 'BT2306',
  severity: 'error',
  title: 'The data of a multi-instance activity do not fit its collections',
  hint: 'The collections of a task are its own data input and output; the items are single ones of the same structure.',
  *find(parsed) {
    for (const loop of every(parsed, 'MultiInstanceLoopCharacteristics'))
      for (const side of sides) yield* check(loop, side);
  },
};

const sides = [
  { ref: 'loopDataInputRef', item: 'inputDataItem', data: 'inputs' },
  { ref: 'loopDataOutputRef', item: 'outputDataItem', data: 'outputs' },
] as const;

function* check(
  loop: Moddle,
  side: (typeof sides)[number],
): Generator<Finding> {
  const collection = loop[side.ref] as Moddle | undefined;
  if (!collection) return;
  const activity = loop.$parent;
  if (is(activity, 'Task') && !dataOf(activity)[side.data].includes(collection))
    yield at(
      loop,
      `${side.ref} of ${tell(loop)} is no data of ${tell(activity)}`,
    );
  const all = itemOf(collection);
  if (all && all.isCollection !== true)
    yield at(loop, `${side.ref} of ${tell(loop)} is no collection`);
  const single = itemOf(loop[side.item]);
  if (!all || !single) return;
  if (single.isCollection === true)
    yield at(loop, `${side.item} of ${tell(loop)} is a collection`);
  if (all.structureRef !== single.structureRef)
    yield at(
      loop,
      `${side.item} of ${tell(loop)} has another structure than ${side.ref}`,
    );
}
