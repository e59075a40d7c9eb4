import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const jobDefinition: Rule = {
  code: 'BT1309',
  severity: 'error',
  title: 'The job type or its retries are computed',
  hint: 'Write the job type and the number of retries as plain text; policies.ts can say more.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed)) {
      if (!('work' in node) || node.work.kind !== 'job') continue;
      const { jobType, retries } = node.work;
      if (jobType.startsWith('='))
        yield {
          elementId: node.id,
          processId,
          message: `The job type of ${show(node)} is an expression`,
        };
      if (!/^[1-9][0-9]{0,3}$/.test(retries))
        yield {
          elementId: node.id,
          processId,
          message: `The retries of ${show(node)} are ${JSON.stringify(
            retries,
          )}, no number from 1 on`,
        };
    }
  },
};
