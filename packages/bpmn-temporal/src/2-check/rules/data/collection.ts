import type { Moddle } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const collection: Rule = {
  code: 'BT2301',
  severity: 'error',
  title: 'Data is a collection where its item definition is none, or not',
  hint: 'Let isCollection be the same in both; without the attribute it is false.',
  *find(parsed) {
    for (const type of ['DataObject', 'DataInput', 'DataOutput'])
      for (const data of every(parsed, type)) {
        const item = data.itemSubjectRef as Moddle | undefined;
        if (
          item?.$type === 'bpmn:ItemDefinition' &&
          (item.isCollection === true) !== (data.isCollection === true)
        )
          yield at(
            data,
            `${tell(data)} and ${tell(item)} differ in isCollection`,
          );
      }
  },
};
