import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Published, Takers, Waiting } from '../runtime/delivering';
import { manyMark, messageMark, openAttribute } from '../runtime/marks';
import { startAll, startsBy } from './start-by';

/** So many of one process that the list stays small; those behind them are found when the oldest have gone on. */
const most = 500;

/** The instances that wait for the message, and the processes that begin with it; null where there are none. */
export async function findTakers(
  client: Client,
  { name, correlationKey }: Published,
): Promise<Takers | null> {
  const mark = messageMark(name, correlationKey);
  const query = `ExecutionStatus="Running" AND ${openAttribute} IN ("${mark}", "${manyMark}")`;
  const found = [];
  for await (const execution of client.workflow.list({ query }))
    found.push(execution);
  found.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  const count = new Map<string, number>();
  const waiting: Waiting[] = [];
  for (const { workflowId, runId, type } of found) {
    const nth = (count.get(type) ?? 0) + 1;
    count.set(type, nth);
    if (nth <= most) waiting.push({ workflowId, runId, workflowType: type });
  }
  const starting = await startsBy(client, 'message', name);
  return waiting.length + starting.length > 0 ? { waiting, starting } : null;
}

/**
 * Gives the message to one waiting instance of each process, the oldest first, or starts those that begin with it. The
 * id is that of the Update: an instance that had it answers as it did, even if it has ended since.
 */
export async function handOver(
  client: Client,
  { name, correlationKey, variables, messageId }: Published,
  { waiting, starting }: Takers,
  { id, isRetry }: { readonly id: string; readonly isRetry: boolean },
): Promise<boolean> {
  const message = {
    name,
    correlationKey,
    variables,
    ...(messageId ? { messageId } : {}),
  };
  const served = new Set<string>();
  for (const { workflowId, runId, workflowType } of waiting) {
    if (served.has(workflowType)) continue;
    const taken = await client.workflow
      .getHandle(workflowId, runId)
      .executeUpdate('deliverMessage', { args: [message], updateId: id })
      .then(() => true, isRefused);
    if (taken) served.add(workflowType);
  }
  const others = starting.filter(one => !served.has(one.workflowType));
  const start = { messageName: name, correlationKey };
  const started = await startAll(client, others, variables, start, {
    id,
    isRetry,
  });
  return served.size + started > 0;
}

/** It waits no longer, or has ended. */
function isRefused(error: unknown): boolean {
  if (
    error instanceof WorkflowUpdateFailedError ||
    error instanceof WorkflowNotFoundError
  )
    return false;
  throw error;
}
