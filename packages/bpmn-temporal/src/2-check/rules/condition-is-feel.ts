import { feelSources } from '../feel-sources';
import type { Rule } from '../rule';

export const conditionIsFeel: Rule = {
  code: 'BT1402',
  severity: 'error',
  title: 'A condition is not FEEL',
  hint: 'Start it with an equals sign: =amount > 1000.',
  *find(parsed) {
    for (const { elementId, processId, use, source } of feelSources(parsed))
      if (use === 'condition' && !source.startsWith('='))
        yield {
          elementId,
          processId,
          message: `The condition ${JSON.stringify(
            source,
          )} does not start with =`,
        };
  },
};
