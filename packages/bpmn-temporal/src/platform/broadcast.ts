import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { BroadcastSignal } from '../runtime/broadcast';
import type { JsonObject } from '../runtime/json';
import {
  manyMark,
  openAttribute,
  signalMark,
  startMark,
} from '../runtime/marks';
import { deployments } from './deployments';

/** Hands a signal to every running instance that waits for it, but the one that threw it. */
export async function broadcastTo(
  client: Client,
  { name, variables, except }: BroadcastSignal,
): Promise<void> {
  const query = `ExecutionStatus="Running" AND ${openAttribute} IN ("${signalMark(
    name,
  )}", "${manyMark}")`;
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query }))
    if (workflowId !== except) ids.add(workflowId);
  const left = [...ids];
  const lane = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop())
      await client.workflow
        .getHandle(id)
        .signal('signal', { name, variables })
        // It has ended meanwhile.
        .catch(() => undefined);
  };
  await Promise.all(Array.from({ length: 20 }, lane));
}

export interface StartBy {
  /** Part of the workflow id where there is no key. */
  readonly id: string;
  readonly variables: JsonObject;
  readonly correlationKey?: string;
  /** Workflow types of which an instance has taken the message: a message is for one instance of each process. */
  readonly served?: ReadonlySet<string>;
}

/** Starts every process that begins with the message or signal; the same id twice starts one instance. */
export async function startBy(
  client: Client,
  kind: 'message' | 'signal',
  name: string,
  start: StartBy,
): Promise<number> {
  let started = 0;
  for (const { deployment, taskQueue } of await deployments(
    client,
    startMark(kind, name),
  ))
    for (const { processId, workflowType, starts } of deployment.processes) {
      if (!starts.some(one => one[kind] === name)) continue;
      const { id, variables, correlationKey, served } = start;
      if (served?.has(workflowType)) continue;
      const begun = client.workflow.start(workflowType, {
        workflowId: correlationKey
          ? `${processId}/${correlationKey}`
          : `${processId}/${id}`,
        taskQueue,
        args: [variables, { [`${kind}Name`]: name, correlationKey }],
        // With a key, one instance at a time; another one when it has ended (Camunda 8: message start events).
        workflowIdReusePolicy: correlationKey
          ? 'ALLOW_DUPLICATE'
          : 'REJECT_DUPLICATE',
      });
      started += await begun.then(() => 1, isRunning);
    }
  return started;
}

function isRunning(error: unknown): number {
  if (error instanceof WorkflowExecutionAlreadyStartedError) return 0;
  throw error;
}
