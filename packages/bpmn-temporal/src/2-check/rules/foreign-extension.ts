import { hostOf } from '../../1-parse/moddle';
import { executed, flowElements } from '../executed';
import type { Rule } from '../rule';

export const foreignExtension: Rule = {
  code: 'BT1104',
  severity: 'warning',
  title: 'An extension of another tool is not executed',
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
    for (const { element, processId } of flowElements(parsed))
      for (const name of Object.keys(element.$attrs ?? {}))
        if (/^(?:camunda|activiti|flowable|drools|tns|jbpm):/.test(name))
          yield {
            elementId: element.id,
            processId,
            message: `The attribute ${name} is not executed`,
          };
  },
};

const known = new Set(['bpmn', 'zeebe', 'modeler']);
