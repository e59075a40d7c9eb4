import { defineUpdate, log, setHandler } from '@temporalio/workflow';
import type { Instance, OpenTask } from './instance';
import { toVariables } from './json';
import type { JsonObject } from './json';
import { mustBeOpen, refusal } from './must-be-open';
import { deliver, step } from './serial';
import type { UserTaskAssignment, UserTaskCompletion } from './state';

const completeUpdate = defineUpdate<void, [UserTaskCompletion]>(
  'completeUserTask',
);
const saveUpdate = defineUpdate<void, [UserTaskCompletion]>('saveUserTask');
const claimUpdate = defineUpdate<void, [UserTaskAssignment]>('claimUserTask');
const unclaimUpdate = defineUpdate<void, [UserTaskAssignment]>(
  'unclaimUserTask',
);
const assignUpdate = defineUpdate<void, [UserTaskAssignment]>('assignUserTask');

/** Lets people claim, hand over, save and complete tasks; what can't be is refused before it is in the history. */
export function offerUserTasks({ userTasks }: Instance): void {
  const taskOf = (key: string): OpenTask => {
    mustBeOpen(userTasks, 'user task', key);
    return userTasks.get(key) as OpenTask;
  };
  const assign = (key: string, assignee: string | undefined) => {
    const task = userTasks.get(key);
    if (!task) return;
    const state = { ...task.state };
    if (assignee) state.assignee = assignee;
    else delete state.assignee;
    task.state = state;
    step();
  };
  setHandler(claimUpdate, ({ key, assignee }) => assign(key, assignee), {
    validator: ({ key, assignee }) => {
      const { state } = taskOf(key);
      if (!assignee) throw refusal('Say who claims the task', 'Invalid');
      if (state.assignee && state.assignee !== assignee)
        throw refusal(
          `The task ${key} is assigned to ${state.assignee}; it has to be unclaimed or assigned`,
          'Assigned',
        );
    },
  });
  setHandler(unclaimUpdate, ({ key }) => assign(key, undefined), {
    validator: ({ key }) => void taskOf(key),
  });
  setHandler(assignUpdate, ({ key, assignee }) => assign(key, assignee), {
    validator: ({ key, assignee }) => {
      taskOf(key);
      if (!assignee)
        throw refusal('Say to whom the task is assigned', 'Invalid');
    },
  });
  setHandler(
    saveUpdate,
    ({ key, variables }) => {
      const task = userTasks.get(key);
      if (!task) return;
      const draft = { ...task.state.draft, ...toVariables(variables) };
      task.state = { ...task.state, draft };
    },
    { validator: ({ key, variables }) => mustFit(taskOf(key), variables) },
  );
  setHandler(
    completeUpdate,
    ({ key, variables, by }) => {
      log.info('User task completed', { key, by });
      return complete(userTasks, key, variables);
    },
    { validator: ({ key, variables }) => mustFit(taskOf(key), variables) },
  );
}

/** The types that the drawing tells; a variable that is left out is null there. */
function mustFit(task: OpenTask, variables: JsonObject | undefined): void {
  const given = toVariables(variables);
  for (const [name, type] of Object.entries(task.answers)) {
    const answer = Object.hasOwn(given, name) ? given[name] : null;
    if (answer === null || answer === undefined || typeof answer === type)
      continue;
    throw refusal(
      `${name} of the task ${
        task.state.key
      } has to be a ${type}, not ${JSON.stringify(answer)}`,
      'Invalid',
    );
  }
}

/** Takes it off the list at once, so that a second answer is refused, and hands it over when its turn has come. */
function complete(
  open: Map<string, OpenTask>,
  key: string,
  variables: JsonObject | undefined,
): Promise<void> {
  const task = open.get(key);
  open.delete(key);
  return new Promise<void>((resolve, reject) => {
    deliver(() => {
      const result = { ...task?.state.draft, ...toVariables(variables) };
      if (task?.answer(result)) resolve();
      else
        reject(
          refusal(
            `The user task ${JSON.stringify(key)} was interrupted before`,
          ),
        );
    });
  });
}
