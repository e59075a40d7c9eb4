import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { deployment } from '../../deployment.gen.ts';
import type { JsonObject } from '../../runtime/json.gen.ts';
import { messageMark } from '../../runtime/marks.gen.ts';
import type { Temporal } from '../temporal/connect.ts';
import { prefixOf } from './names.ts';
import { hasOpen } from './open.ts';
import { startOnce } from './request.ts';

/** A message, and the request that it came with. */
export interface PublishedMessage {
  name: string;
  correlationKey: string;
  variables: JsonObject;
  messageId: string;
  requestId: string;
  digest: string;
  tenantId: string;
}

/** An instance that has the message. */
export interface Taker {
  workflowId: string;
  workflowType: string;
}

/**
 * Gives the message to the oldest instance of each process that waits for it.
 * The correlator of the platform serves a whole namespace; here nobody but
 * instances of the tenant is asked.
 */
export async function handOver(
  { client }: Temporal,
  message: PublishedMessage,
): Promise<Taker[]> {
  const { name, correlationKey, variables, messageId, requestId } = message;
  const own = `WorkflowId STARTS_WITH '${prefixOf(message.tenantId)}'`;
  const waiting = [];
  for await (const one of client.workflow.list({
    query: `${own} AND ${hasOpen(messageMark(name, correlationKey))}`,
  })) {
    waiting.push(one);
  }
  waiting.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  const taken = new Map<string, Taker>();
  for (const { workflowId, runId, type } of waiting) {
    if (taken.has(type)) continue;
    const has = await client.workflow
      .getHandle(workflowId, runId)
      .executeUpdate('deliverMessage', {
        args: [{ name, correlationKey, variables, messageId }],
        updateId: requestId,
      })
      .then(() => true, isRefused);
    if (has) taken.set(type, { workflowId, workflowType: type });
  }
  return [...taken.values()];
}

/** Starts the processes that begin with the message and have not taken it; with a key there is one at a time. */
export async function startByMessage(
  temporal: Temporal,
  message: PublishedMessage,
  taken: Taker[],
): Promise<Taker[]> {
  const { name, correlationKey, variables, messageId, digest } = message;
  const begun: Taker[] = [];
  for (const { processId, workflowType, starts } of deployment.processes) {
    if (!starts.some(start => start.message === name)) continue;
    if (taken.some(one => one.workflowType === workflowType)) continue;
    const workflowId = `${prefixOf(message.tenantId)}${processId}:${
      correlationKey || messageId
    }`;
    const isOurs = await startOnce(temporal, workflowType, digest, {
      workflowId,
      args: [variables, { messageName: name, correlationKey }],
      workflowIdReusePolicy: correlationKey
        ? 'ALLOW_DUPLICATE'
        : 'REJECT_DUPLICATE',
    });
    if (isOurs) begun.push({ workflowId, workflowType });
  }
  return begun;
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
