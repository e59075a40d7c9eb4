import type { Rule } from '../rule';

export const danglingReference: Rule = {
  code: 'BT1202',
  severity: 'error',
  title: 'A reference leads to nothing',
  hint: 'Let it refer to something that is there.',
  *find(parsed) {
    for (const { message, element, property, value } of parsed.warnings) {
      if (!/unresolved reference/i.test(message)) continue;
      if (
        element?.$type.startsWith('bpmndi:') ||
        element?.$type === 'bpmn:SequenceFlow'
      )
        continue;
      yield {
        elementId: element?.id,
        message: `${property ?? 'A reference'} of ${
          element?.id ?? 'an element'
        } is ${String(value)}, which does not exist`,
      };
    }
  },
};
