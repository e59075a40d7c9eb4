import { show } from '../../executed';
import type { Rule } from '../../rule';
import { calledDecisions } from './called';

export const calledDecision: Rule = {
  code: 'BT1317',
  severity: 'error',
  title: 'A called decision is not there, or has no result variable',
  hint: 'Add the DMN file that has the decision, and fill in both: <zeebe:calledDecision decisionId="…" resultVariable="…" />.',
  *find(parsed) {
    for (const call of calledDecisions(parsed)) {
      const { node, processId, decisionId, result } = call;
      const found = { elementId: node.id, processId };
      if (!result)
        yield { ...found, message: `${show(node)} has no result variable` };
      if (!decisionId)
        yield { ...found, message: `${show(node)} names no decision` };
      else if (decisionId.startsWith('='))
        yield {
          ...found,
          message: `${show(
            node,
          )} computes which decision it calls: ${decisionId}`,
          hint: 'Name the decision; several of them need a gateway.',
        };
      else if (!parsed.decisions.byId.has(decisionId))
        yield {
          ...found,
          message: `${show(
            node,
          )} calls the decision ${decisionId}, which is in none of the DMN files`,
        };
    }
  },
};
