import { messageTrigger } from './events';
import { jobOf } from './jobs';
import type { TaskWork } from './model';
import { extension, text, typeName } from './moddle';
import type { Moddle } from './moddle';

/** What a task does (10.3.3), in Camunda 8's reading. A global task is done as the task of its kind. */
export function taskWork(task: Moddle): TaskWork {
  const job = jobOf(task);
  switch (typeName(task)) {
    case 'userTask':
    case 'globalUserTask':
      return userWork(task);
    case 'receiveTask':
      return {
        kind: 'receive',
        catches: { triggers: [messageTrigger(task.messageRef)], all: false },
        instantiates: task.instantiate === true,
      };
    case 'scriptTask':
    case 'globalScriptTask': {
      const script = extension(task, 'Script');
      if (!script) break;
      return {
        kind: 'script',
        expression: text(script.expression).replace(/^=/, ''),
        result: text(script.resultVariable),
      };
    }
    case 'businessRuleTask':
    case 'globalBusinessRuleTask': {
      const decision = extension(task, 'CalledDecision');
      if (!decision) break;
      return {
        kind: 'decision',
        decisionId: text(decision.decisionId),
        result: text(decision.resultVariable),
      };
    }
    default:
  }
  return job ?? { kind: 'none' };
}

function userWork(task: Moddle): TaskWork {
  const assignment = extension(task, 'AssignmentDefinition');
  const schedule = extension(task, 'TaskSchedule');
  const form = extension(task, 'FormDefinition');
  const optional = (name: string, value: unknown) =>
    text(value) ? { [name]: text(value) } : {};
  return {
    kind: 'user',
    ...optional('assignee', assignment?.assignee),
    ...optional('candidateGroups', assignment?.candidateGroups),
    ...optional('candidateUsers', assignment?.candidateUsers),
    ...optional('dueDate', schedule?.dueDate),
    ...optional('followUpDate', schedule?.followUpDate),
    ...optional('priority', extension(task, 'PriorityDefinition')?.priority),
    ...optional(
      'formId',
      form?.formId ?? form?.formKey ?? form?.externalReference,
    ),
  };
}
