import { runActivity } from './activity';
import type { Activity } from './activity';
import type { Run } from './element';
import { value } from './feel';
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
  readonly dueDate?: Source;
  readonly formId?: string;
}

/** Work of a person (10.3.3): open until the Update `completeUserTask` names its key. */
export function userTask(
  id: string,
  name: string,
  config: UserTaskConfig,
): Run {
  const activity = { id, name, type: 'userTask', ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, async (local, key) => {
      const state = await attempt(local, activity, key, () =>
        describe(local, activity, key),
      );
      return wait<JsonObject>(local, settle => {
        const { userTasks } = local.instance;
        userTasks.set(key, { state, answer: settle.resolve });
        return () => userTasks.delete(key);
      });
    });
}

function describe(
  scope: Scope,
  task: Activity & UserTaskConfig,
  key: string,
): UserTaskState {
  const text = (source: Source | undefined) => {
    const answer = source === undefined ? null : value(scope, source);
    return answer === null ? undefined : String(answer);
  };
  const assignee = text(task.assignee);
  const dueDate = text(task.dueDate);
  return {
    key,
    elementId: task.id,
    name: task.name,
    ...(assignee ? { assignee } : {}),
    ...(task.candidateGroups
      ? { candidateGroups: list(value(scope, task.candidateGroups)) }
      : {}),
    ...(dueDate ? { dueDate } : {}),
    ...(task.formId ? { formId: task.formId } : {}),
    openedAt: now(),
  };
}

function list(answer: JsonValue): string[] {
  if (Array.isArray(answer)) return answer.map(String);
  if (typeof answer !== 'string') return [];
  return answer
    .split(',')
    .map(group => group.trim())
    .filter(Boolean);
}
