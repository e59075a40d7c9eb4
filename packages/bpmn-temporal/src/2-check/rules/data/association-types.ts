import type { Moddle } from '../../../1-parse/moddle';
import { list } from '../../../1-parse/moddle';
import { itemOf, sameItem } from '../../data';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const associationTypes: Rule = {
  code: 'BT2311',
  severity: 'error',
  title: 'A data association connects what does not fit, or several sources',
  hint: 'Give it a transformation, or let both ends have the same item definition.',
  *find(parsed) {
    for (const association of every(parsed, 'DataAssociation')) {
      if (association.transformation) continue;
      const sources = list(association.sourceRef);
      if (sources.length > 1)
        yield at(
          association,
          `${tell(association)} has ${sources.length} sources`,
        );
      // assignments say themselves which part goes where
      if (list(association.assignment).length > 0) continue;
      const to = itemOf(association.targetRef);
      for (const source of sources) {
        const from = itemOf(source);
        if (from && to && !sameItem(from, to))
          yield at(
            association,
            `${tell(source)} and ${tell(
              association.targetRef as Moddle,
            )} hold different things`,
          );
      }
    }
  },
};
