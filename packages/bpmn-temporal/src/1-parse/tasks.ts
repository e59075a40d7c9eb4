import { messageTrigger } from './events';
import type { JobWork, MappingEntry, TaskWork } from './model';
import { extension, list, text, typeName } from './moddle';
import type { Moddle } from './moddle';

/** zeebe:ioMapping of an element. */
export function mappingsOf(element: Moddle): {
  input: MappingEntry[];
  output: MappingEntry[];
} {
  const mapping = extension(element, 'IoMapping');
  const entries = (value: unknown) =>
    list(value).map(entry => ({
      target: text(entry.target),
      source: text(entry.source),
    }));
  return {
    input: entries(mapping?.inputParameters),
    output: entries(mapping?.outputParameters),
  };
}

/** zeebe:taskDefinition with its headers, if the element is done by a worker. */
export function jobOf(element: Moddle): JobWork | undefined {
  const definition = extension(element, 'TaskDefinition');
  if (!definition) return undefined;
  const headers = list(extension(element, 'TaskHeaders')?.values);
  return {
    kind: 'job',
    jobType: text(definition.type),
    retries: text(definition.retries) || '3',
    headers: Object.fromEntries(
      headers.map(header => [text(header.key), text(header.value)]),
    ),
  };
}

/** What a task does (10.3.3), in Camunda 8's reading. */
export function taskWork(task: Moddle): TaskWork {
  const job = jobOf(task);
  switch (typeName(task)) {
    case 'userTask':
      return userWork(task);
    case 'receiveTask':
      return { kind: 'receive', trigger: messageTrigger(task.messageRef) };
    case 'scriptTask': {
      const script = extension(task, 'Script');
      if (!script) break;
      return {
        kind: 'script',
        expression: text(script.expression).replace(/^=/, ''),
        result: text(script.resultVariable),
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
    ...optional('dueDate', schedule?.dueDate),
    ...optional(
      'formId',
      form?.formId ?? form?.formKey ?? form?.externalReference,
    ),
  };
}
