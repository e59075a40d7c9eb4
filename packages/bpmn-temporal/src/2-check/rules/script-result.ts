import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const scriptResult: Rule = {
  code: 'BT1310',
  severity: 'error',
  title: 'A script has no result variable or no expression',
  hint: 'Fill in both: <zeebe:script expression="=a + b" resultVariable="sum" />.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed))
      if (
        node.kind === 'task' &&
        node.work.kind === 'script' &&
        (!node.work.result || !node.work.expression.trim())
      )
        yield {
          elementId: node.id,
          processId,
          message: `The script of ${show(node)} has no ${
            node.work.result ? 'expression' : 'result variable'
          }`,
        };
  },
};
