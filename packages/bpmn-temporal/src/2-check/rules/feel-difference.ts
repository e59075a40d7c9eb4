import { feelDifferences } from '../../4-emit/feel/differences';
import { feelSources } from '../feel-sources';
import type { Rule } from '../rule';

export const feelDifference: Rule = {
  code: 'BT1405',
  severity: 'info',
  title: 'A FEEL expression means something else than in Camunda 8',
  hint: 'See docs/reference/feel.md, and write it so that it means the same in both.',
  *find(parsed) {
    for (const { elementId, processId, use, source } of feelSources(parsed)) {
      if (!source.startsWith('=')) continue;
      for (const difference of feelDifferences(source.slice(1)))
        yield {
          elementId,
          processId,
          message: `The ${use} ${source}: ${difference}`,
        };
    }
  },
};
