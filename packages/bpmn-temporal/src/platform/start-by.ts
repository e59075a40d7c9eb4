import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Starting } from '../runtime/delivering';
import type { JsonObject } from '../runtime/json';
import { startMark } from '../runtime/marks';
import type { Start } from '../runtime/start';
import { deployments } from './deployments';

/** The processes of the namespace that begin with the message or signal. */
export async function startsBy(
  client: Client,
  kind: 'message' | 'signal',
  name: string,
): Promise<Starting[]> {
  const deployed = await deployments(client, startMark(kind, name));
  return deployed.flatMap(({ deployment, taskQueue }) =>
    deployment.processes
      .filter(({ starts }) => starts.some(one => one[kind] === name))
      .map(({ processId, workflowType }) => ({
        processId,
        workflowType,
        taskQueue,
      })),
  );
}

/** What starts them: the same id twice starts one instance of each. */
interface Once {
  readonly id: string;
  /** Whether an instance may have it already. */
  readonly isRetry: boolean;
}

/**
 * Starts an instance of each process; answers how many have it. With a key there is one at a time, and another one when
 * it has ended (Camunda 8: message start events).
 */
export async function startAll(
  client: Client,
  starting: readonly Starting[],
  variables: JsonObject,
  start: Start,
  { id, isRetry }: Once,
): Promise<number> {
  let started = 0;
  for (const { processId, workflowType, taskQueue } of starting) {
    const workflowId = `${processId}/${start.correlationKey || id}`;
    if (isRetry && (await wasStarted(client, workflowId, id))) {
      started += 1;
      continue;
    }
    const begun = client.workflow.start(workflowType, {
      workflowId,
      taskQueue,
      args: [variables, start],
      memo: { startedBy: id },
    });
    started += await begun.then(() => 1, isRunning);
  }
  return started;
}

/** Even if it has ended since, which would let the workflow id be used once more. */
async function wasStarted(
  client: Client,
  workflowId: string,
  id: string,
): Promise<boolean> {
  const standing = await client.workflow
    .getHandle(workflowId)
    .describe()
    .catch(ifAbsent);
  return standing?.memo?.startedBy === id;
}

function ifAbsent(error: unknown): undefined {
  if (error instanceof WorkflowNotFoundError) return undefined;
  throw error;
}

function isRunning(error: unknown): number {
  if (error instanceof WorkflowExecutionAlreadyStartedError) return 0;
  throw error;
}
