import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const mappingTarget: Rule = {
  code: 'BT1403',
  severity: 'error',
  title: 'A mapping does not name a variable, or has no source',
  hint: 'Let the target be a name such as order or order.id, and the source FEEL or text.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed)) {
      if (!('input' in node)) continue;
      for (const { target, source } of [...node.input, ...node.output])
        if (
          !/^[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*$/u.test(
            target,
          ) ||
          target.includes('__proto__') ||
          !source
        )
          yield {
            elementId: node.id,
            processId,
            message: `A mapping of ${show(node)} goes from ${JSON.stringify(
              source,
            )} to ${JSON.stringify(target)}`,
          };
    }
  },
};
