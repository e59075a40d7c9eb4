import { runActivity } from './activity';
import type { Activity } from './activity';
import type { Run } from './element';
import { textOf, value } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import { now } from './instance';
import type { JsonObject, JsonValue } from './json';
import type { Scope } from './scope';
import type { UserTaskState } from './state';
import { wait } from './wait';

export interface UserTaskConfig extends Omit<Activity, 'id' | 'name' | 'type'> {
  readonly assignee?: Source;
  readonly candidateGroups?: Source;
  readonly candidateUsers?: Source;
  readonly dueDate?: Source;
  readonly followUpDate?: Source;
  readonly priority?: Source;
  readonly formId?: string;
  /** Types of the variables that it is completed with, as far as the drawing tells them. */
  readonly answers?: Answers;
}

/** `boolean`, `number` or `string` by variable. */
export type Answers = { readonly [name: string]: string };

/** Work of a person (10.3.3): open until the Update `completeUserTask` names its key. */
export function userTask(
  id: string,
  name: string,
  config: UserTaskConfig,
): Run {
  const activity = { id, name, type: 'userTask', ...config };
  return (scope, handlers) =>
    runActivity(
      scope,
      activity,
      handlers,
      async (local, key, _, left, tells) => {
        const state =
          left?.task ??
          (await attempt(local, activity, key, () =>
            describe(local, activity, key),
          ));
        return wait<JsonObject>(local, settle => {
          const { userTasks } = local.instance;
          tells.store = () => ({ task: userTasks.get(key)?.state ?? state });
          userTasks.set(key, {
            state,
            answers: config.answers ?? {},
            answer: settle.resolve,
          });
          return () => userTasks.delete(key);
        });
      },
    );
}

function describe(
  scope: Scope,
  task: Activity & UserTaskConfig,
  key: string,
): UserTaskState {
  const given = (source: Source | undefined): JsonValue =>
    source === undefined ? null : value(scope, source);
  const text = (name: string, source: Source | undefined) => {
    const answer = given(source);
    return answer === null ? {} : { [name]: String(answer) };
  };
  const names = (name: string, source: Source | undefined) =>
    source === undefined ? {} : { [name]: list(given(source)) };
  return {
    key,
    elementId: task.id,
    name: task.name,
    ...text('assignee', task.assignee),
    ...names('candidateGroups', task.candidateGroups),
    ...names('candidateUsers', task.candidateUsers),
    ...text('dueDate', task.dueDate),
    ...text('followUpDate', task.followUpDate),
    ...(task.priority === undefined
      ? {}
      : { priority: priorityOf(given(task.priority), task.priority) }),
    ...(task.formId ? { formId: task.formId } : {}),
    openedAt: now(),
  };
}

function priorityOf(answer: JsonValue, source: Source): number {
  const priority = Number(answer);
  if (answer !== null && Number.isInteger(priority)) return priority;
  throw new Error(
    `The priority ${textOf(source)} is ${JSON.stringify(
      answer,
    )}, no whole number`,
  );
}

function list(answer: JsonValue): string[] {
  if (Array.isArray(answer)) return answer.map(String);
  if (typeof answer !== 'string') return [];
  return answer
    .split(',')
    .map(group => group.trim())
    .filter(Boolean);
}
