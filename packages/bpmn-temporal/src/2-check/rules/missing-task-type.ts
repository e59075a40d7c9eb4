import { eventKind } from '../../1-parse/events';
import { extension, typeName } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { jobOf } from '../../1-parse/jobs';
import { flowElements, show } from '../executed';
import type { Rule } from '../rule';

export const missingTaskType: Rule = {
  code: 'BT1308',
  severity: 'error',
  title: 'Nothing says who does the task',
  hint: 'Give it a job type: <zeebe:taskDefinition type="…" />; a script task may have a <zeebe:script> instead.',
  *find(parsed) {
    for (const { element, processId } of flowElements(parsed)) {
      const type = typeName(element);
      if (type === 'callActivity' && !calls(element))
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} says not what it calls`,
        };
      const throws =
        ['intermediateThrowEvent', 'endEvent'].includes(type) &&
        eventKind(element) === 'message';
      if (!workers.has(type) && !throws) continue;
      const job = jobOf(element);
      const script =
        (type === 'scriptTask' && extension(element, 'Script')) ||
        (type === 'businessRuleTask' && extension(element, 'CalledDecision'));
      if (!job?.jobType && !script)
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} has no job type`,
        };
      if (job && script)
        yield {
          elementId: element.id,
          processId,
          message: `${show(element)} has both a script and a job type`,
        };
    }
  },
};

function calls(element: Moddle): boolean {
  const called = extension(element, 'CalledElement');
  return Boolean(
    element.calledElement || called?.processId || called?.processIdExpression,
  );
}

const workers = new Set([
  'serviceTask',
  'sendTask',
  'businessRuleTask',
  'scriptTask',
]);
