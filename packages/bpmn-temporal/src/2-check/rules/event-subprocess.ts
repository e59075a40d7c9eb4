import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const eventSubprocess: Rule = {
  code: 'BT1307',
  severity: 'error',
  title: 'Event subprocesses are not supported',
  hint: 'Use boundary events on a subprocess around the part.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed))
      if (element.triggeredByEvent === true)
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} is an event subprocess`,
        };
  },
};
