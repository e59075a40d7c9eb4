import type { Client, WorkflowHandle } from '@temporalio/client';
import type { Answers } from './answers';
import type { Action } from './scenario';

/** Gives the answers and does the steps until the instance is over. @throws if it isn't in time */
export async function drive(
  client: Client,
  handle: WorkflowHandle,
  answers: Answers,
  steps: readonly Action[],
  timeout: number,
): Promise<void> {
  const last = Date.now() + timeout;
  const left = [...steps];
  for (;;) {
    const now = await lookAt(client, handle.workflowId, answers);
    if (now === 'over') return;
    if (Date.now() > last)
      throw new Error(
        `${handle.workflowId} is not over after ${timeout} ms; ${left.length} steps are left`,
      );
    if (now === 'at rest' && !answers.release()) {
      const step = left.shift();
      if (step) await act(handle, step);
    }
    await sleep(now === 'at rest' ? 15 : 5);
  }
}

type Motion = 'moves' | 'at rest' | 'over';

/** At rest: no workflow task is pending, and all activities are with us; children likewise. */
async function lookAt(
  client: Client,
  workflowId: string,
  answers: Answers,
): Promise<Motion> {
  const { raw, status } = await client.workflow
    .getHandle(workflowId)
    .describe();
  if (status.name !== 'RUNNING') return 'over';
  if (raw.pendingWorkflowTask) return 'moves';
  for (const { activityId, attempt } of raw.pendingActivities ?? [])
    if (!answers.holds(workflowId, activityId ?? '', attempt ?? 1))
      return 'moves';
  for (const child of raw.pendingChildren ?? [])
    if ((await lookAt(client, child.workflowId ?? '', answers)) === 'moves')
      return 'moves';
  return 'at rest';
}

async function act(handle: WorkflowHandle, action: Action): Promise<void> {
  if ('wait' in action) await sleep(action.wait);
  else if ('completeUserTask' in action)
    await update('completeUserTask', [action.completeUserTask]);
  else if ('resolveIncident' in action)
    await update('resolveIncident', [action.resolveIncident]);
  else if ('message' in action) await handle.signal('message', action.message);
  else if ('update' in action) await update(action.update, action.args);
  else if ('signal' in action)
    await handle.signal<unknown[]>(action.signal, ...(action.args ?? []));
  else await handle.cancel();

  async function update(name: string, args: readonly unknown[] = []) {
    // the ids are in the history, and equally long on both sides
    await handle.executeUpdate(name, { args: [...args] as [unknown] });
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
