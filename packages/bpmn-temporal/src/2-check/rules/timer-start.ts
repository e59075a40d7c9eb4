import { triggersOf } from '../../1-parse/walk';
import { bodies, show } from '../executed';
import type { Rule } from '../rule';

export const timerStart: Rule = {
  code: 'BT1501',
  severity: 'info',
  title: 'A timer starts the process',
  hint: 'Instances can also be started by hand; the schedule is made by the deployment.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed))
      for (const node of body.nodes.values())
        for (const trigger of triggersOf(node))
          if (
            body.id === processId &&
            node.kind === 'start' &&
            trigger.kind === 'timer'
          )
            yield {
              elementId: node.id,
              processId,
              message: `${show(node)} starts an instance by ${
                trigger.timer.form
              } ${trigger.timer.source}`,
            };
  },
};
