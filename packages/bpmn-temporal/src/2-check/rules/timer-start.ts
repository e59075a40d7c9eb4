import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const timerStart: Rule = {
  code: 'BT1501',
  severity: 'info',
  title: 'A timer starts the process',
  hint: 'Instances can also be started by hand; the schedule is made by the deployment.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed))
      if (node.kind === 'start' && node.trigger?.kind === 'timer')
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} starts an instance by ${
            node.trigger.timer.form
          } ${node.trigger.timer.source}`,
        };
  },
};
