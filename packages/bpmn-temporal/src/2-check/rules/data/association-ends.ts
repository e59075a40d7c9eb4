import type { Moddle } from '../../../1-parse/moddle';
import { list } from '../../../1-parse/moddle';
import { dataOf } from '../../data';
import { at, every, is, tell } from '../../model';
import type { Finding, Rule } from '../../rule';

export const associationEnds: Rule = {
  code: 'BT2308',
  severity: 'error',
  title: 'A data association reads an output or writes an input',
  hint: 'Data flow from what an element can see into its inputs, and from its outputs to what it can see.',
  *find(parsed) {
    for (const association of every(parsed, 'DataAssociation')) {
      const sources = list(association.sourceRef);
      const target = association.targetRef as Moddle | undefined;
      const into = is(association, 'DataInputAssociation');
      const own = dataOf(association.$parent as Moddle);
      const wrong: readonly Moddle[] = into
        ? [
            ...sources.filter(data => is(data, 'DataOutput')),
            ...foreign(target, 'DataInput', own.inputs),
          ]
        : [
            ...sources.flatMap(data =>
              foreign(data, 'DataOutput', own.outputs),
            ),
            ...(is(target, 'DataInput') ? [target] : []),
          ];
      for (const data of wrong) yield finding(association, data);
    }
  },
};

function foreign(
  data: Moddle | undefined,
  type: string,
  own: readonly Moddle[],
): Moddle[] {
  return data && is(data, type) && !own.includes(data) ? [data] : [];
}

function finding(association: Moddle, data: Moddle): Finding {
  return at(association, `${tell(association)} can not use ${tell(data)}`);
}
