import { problemsOf } from '../../../dmn/problems';
import { show } from '../../executed';
import type { Rule } from '../../rule';
import { calledDecisions } from './called';

export const decisionContent: Rule = {
  code: 'BT1318',
  severity: 'error',
  title: 'A called decision can not be executed',
  hint: 'Use decision tables and literal expressions of DMN 1.3 in FEEL, with the hit policies that DMN has.',
  *find(parsed) {
    let calls = 0;
    for (const { node, processId, decisionId } of calledDecisions(parsed)) {
      calls += 1;
      for (const problem of problemsOf(parsed.decisions, decisionId))
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} calls ${decisionId}: ${problem}`,
        };
    }
    if (calls)
      for (const message of parsed.decisions.problems) yield { message };
  },
};
