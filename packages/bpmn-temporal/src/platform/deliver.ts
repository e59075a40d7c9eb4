import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Published } from '../runtime/correlator';
import { manyMark, messageMark, openAttribute } from '../runtime/marks';
import { startBy } from './broadcast';

/** Gives the message to one waiting instance of each process, the oldest first, or starts those that begin with it. */
export async function deliverOnce(
  client: Client,
  message: Published,
): Promise<boolean> {
  const { name, correlationKey, variables, messageId } = message;
  const mark = messageMark(name, correlationKey);
  const query = `ExecutionStatus="Running" AND ${openAttribute} IN ("${mark}", "${manyMark}")`;
  const waiting = [];
  for await (const found of client.workflow.list({ query }))
    waiting.push(found);
  waiting.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  const served = new Set<string>();
  for (const { workflowId, type } of waiting) {
    if (served.has(type)) continue;
    const taken = await client.workflow
      .getHandle(workflowId)
      .executeUpdate('deliverMessage', {
        args: [
          {
            name,
            correlationKey,
            variables,
            ...(messageId ? { messageId } : {}),
          },
        ],
      })
      .then(() => true, isRefused);
    if (taken) served.add(type);
  }
  const started = await startBy(client, 'message', name, {
    id: messageId ?? `${name}/${message.expires}/${mark}`,
    variables,
    correlationKey,
    served,
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
