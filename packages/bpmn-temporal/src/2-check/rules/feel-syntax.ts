import { evaluate } from 'feelin';
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
      try {
        evaluate(source.slice(1), {});
      } catch (error) {
        yield {
          elementId,
          processId,
          message: `The ${use} ${source} is no FEEL: ${
            error instanceof Error ? error.message : String(error)
          }`,
        };
      }
    }
  },
};
