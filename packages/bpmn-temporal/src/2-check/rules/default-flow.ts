import type { Moddle } from '../../1-parse/moddle';
import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const defaultFlow: Rule = {
  code: 'BT1209',
  severity: 'error',
  title: 'The default flow is not one of the element, or has a condition',
  hint: 'Choose an outgoing flow of the element as its default, without a condition.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed)) {
      const flow = element.default as Moddle | undefined;
      if (!flow) continue;
      if ((flow.sourceRef as Moddle | undefined)?.id !== element.id)
        yield {
          elementId: element.id,
          processId,
          message: `The default flow ${flow.id} of ${show(
            element,
          )} does not leave it`,
        };
      if (flow.conditionExpression)
        yield {
          elementId: flow.id,
          processId,
          message: `The default flow ${flow.id} of ${show(
            element,
          )} has a condition`,
        };
    }
  },
};
