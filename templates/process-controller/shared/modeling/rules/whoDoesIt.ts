import type { Element, Reporter } from './rule.ts';

/** A user task that names nobody is in everybody's list. */
export const whoDoesIt = () => ({
  check({ $type, id, extensionElements }: Element, reporter: Reporter) {
    if ($type !== 'bpmn:UserTask' || !id) return;
    const assigned = extensionElements?.values?.some(
      value => value.$type === 'zeebe:AssignmentDefinition',
    );
    if (!assigned) {
      reporter.report(id, 'does not say who may do it');
    }
  },
});
