import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Source } from '../runtime/feel';
import type { JsonObject } from '../runtime/json';

/** A process that starts when a condition holds (10.5.2). */
export interface ConditionalStart {
  readonly processId: string;
  readonly workflowType: string;
  readonly elementId: string;
  readonly condition: Source;
}

/** Starts an instance by each event whose condition holds for the variables; answers the workflow ids. */
export async function startWhere(
  client: Client,
  starts: readonly ConditionalStart[],
  variables: JsonObject,
  taskQueue: string,
): Promise<string[]> {
  const held = starts.filter(({ condition }) =>
    typeof condition === 'string'
      ? condition === 'true'
      : condition.evaluate(variables) === true,
  );
  const ids: string[] = [];
  for (const { processId, workflowType, elementId } of held) {
    const workflowId = `${processId}/${randomUUID()}`;
    await client.workflow.start(workflowType, {
      workflowId,
      taskQueue,
      args: [variables, { elementId }],
    });
    ids.push(workflowId);
  }
  return ids;
}
