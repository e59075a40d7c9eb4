import { bodies } from '../executed';
import type { Rule } from '../rule';

export const danglingFlow: Rule = {
  code: 'BT1201',
  severity: 'error',
  title: 'A sequence flow leads to or from nowhere',
  hint: 'Connect the flow to an element of the same process or subprocess, or delete it.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed))
      for (const flow of body.flows)
        for (const [end, id] of [
          ['source', flow.source],
          ['target', flow.target],
        ] as const)
          if (!body.nodes.has(id))
            yield {
              elementId: flow.id,
              processId,
              message: id
                ? `The ${end} of ${flow.id} is ${id}, which is no flow node of the same process or subprocess`
                : `The flow ${flow.id} has no ${end}`,
            };
  },
};
