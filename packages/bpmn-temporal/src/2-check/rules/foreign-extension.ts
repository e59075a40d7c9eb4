import { hostOf } from '../../1-parse/moddle';
import { executed } from '../executed';
import type { Rule } from '../rule';

export const foreignExtension: Rule = {
  code: 'BT1104',
  severity: 'error',
  title:
    'An extension element of another tool says something that is not executed',
  hint: 'Remove it, or say the same with Zeebe extension elements.',
  *find(parsed) {
    for (const { element, processId } of executed(parsed)) {
      const [prefix = ''] = element.$type.split(':');
      if (known.has(prefix)) continue;
      const host = hostOf(element);
      yield {
        elementId: host?.id,
        processId,
        message: `${element.$type} is an extension that is not known here`,
      };
    }
  },
};

const known = new Set(['bpmn', 'zeebe', 'modeler']);
