import { feelError } from '../../4-emit/feel/syntax';
import { feelSources } from '../feel-sources';
import type { Rule } from '../rule';

export const feelSyntax: Rule = {
  code: 'BT1401',
  severity: 'error',
  title: 'A FEEL expression can not be read',
  hint: 'Correct the expression.',
  *find(parsed) {
    for (const { elementId, processId, use, source } of feelSources(parsed)) {
      if (!source.startsWith('=')) continue;
      const error = feelError(source.slice(1));
      if (error !== undefined)
        yield {
          elementId,
          processId,
          message: `The ${use} ${source} is no FEEL: ${error}`,
        };
    }
  },
};
