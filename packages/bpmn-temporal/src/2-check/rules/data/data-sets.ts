import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { allElements } from '../../all-elements';
import { dataOf } from '../../data';
import { at, is, tell } from '../../model';
import type { Finding, Rule } from '../../rule';

export const dataSets: Rule = {
  code: 'BT2309',
  severity: 'error',
  title: 'Data are missing in their input or output sets',
  hint: 'Each input is in an input set and each output in an output set; optional ones and those used while executing too.',
  *find(parsed) {
    for (const element of allElements(parsed)) {
      if (!is(element, 'Event') && !element.ioSpecification) continue;
      const { inputs, outputs, inputSets, outputSets } = dataOf(element);
      if (!is(element, 'Event') && !(inputSets.length && outputSets.length))
        yield at(element, `${tell(element)} lacks an input or output set`);
      yield* check('Input', inputs, inputSets);
      yield* check('Output', outputs, outputSets);
    }
  },
};

function* check(
  side: 'Input' | 'Output',
  data: readonly Moddle[],
  sets: readonly Moddle[],
): Generator<Finding> {
  const inSet = (set: Moddle) => list(set[`data${side}Refs`]);
  for (const entry of data)
    if (!sets.some(set => inSet(set).includes(entry)))
      yield at(entry, `${tell(entry)} is in no set`);
  for (const set of sets) {
    for (const entry of inSet(set))
      if (is(entry, `Data${side}`) && !data.includes(entry))
        yield at(set, `${tell(set)} has ${tell(entry)} of another element`);
    for (const part of ['optional', 'whileExecuting'])
      for (const entry of list(set[`${part}${side}Refs`]))
        if (!inSet(set).includes(entry))
          yield at(
            set,
            `${tell(set)} has ${tell(entry)} as ${part}, but not as its data`,
          );
  }
}
