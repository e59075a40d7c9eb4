import type {
  WorkflowExecutionDescription,
  WorkflowExecutionInfo,
  WorkflowHandle,
} from '@temporalio/client';
import type { Lane } from './lane';

/** What the runner looks at of the answer of the query `state`. */
export interface State {
  processId: string;
  tokens: { elementId: string }[];
  incidents: { elementId: string; message: string }[];
  subscriptions?: { messageName?: string; correlationKey?: string }[];
  ended?: string;
}

/** All instances of the lane's namespace that run. */
export async function openInstances(
  lane: Lane,
): Promise<WorkflowExecutionInfo[]> {
  return listed(lane, 'ExecutionStatus="Running"');
}

/** All instances of the lane's namespace that began at the time or later. */
export async function instancesSince(
  lane: Lane,
  time: Date,
): Promise<WorkflowExecutionInfo[]> {
  return listed(lane, `StartTime >= "${time.toISOString()}"`);
}

async function listed(
  lane: Lane,
  query: string,
): Promise<WorkflowExecutionInfo[]> {
  const found: WorkflowExecutionInfo[] = [];
  for await (const info of lane.client.workflow.list({ query }))
    found.push(info);
  return found;
}

/** Ends what still runs, so that the next case finds the namespace empty. */
export async function terminateAll(lane: Lane): Promise<void> {
  for (const { workflowId } of await openInstances(lane))
    await lane.client.workflow
      .getHandle(workflowId)
      .terminate('the case is over')
      .catch(() => undefined);
}

/** What the instance says of itself; undefined where its workflow task fails. */
export async function stateOf(
  handle: WorkflowHandle,
): Promise<State | undefined> {
  return handle.query<State>('state').catch(() => undefined);
}

/** Whether Temporal or a worker has something to do for the instance just now. */
export function isBusy({ raw }: WorkflowExecutionDescription): boolean {
  const task = raw.pendingWorkflowTask;
  return (
    (raw.pendingActivities?.length ?? 0) > 0 ||
    (task !== null && task !== undefined && (task.attempt ?? 1) <= 2)
  );
}
