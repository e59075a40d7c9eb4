import type { Client } from '@temporalio/client';
import type { Deployment } from '../runtime/deployment';
import { deploymentId } from './deploy';
import { scheduleTimers } from './schedules';

/**
 * Takes back what `deploy` made known, of all versions: when nothing serves the project any more, no timer, no message
 * and no call begins an instance that would wait for a worker for ever. What runs is left alone.
 *
 * @returns how many deployments were known; none where it has been done already
 */
export async function withdraw(
  client: Client,
  { name }: Deployment,
): Promise<number> {
  await scheduleTimers(client, { name, processes: [] }, name);
  const id = deploymentId(name);
  const query = `ExecutionStatus="Running" AND (WorkflowId="${id}" OR WorkflowId STARTS_WITH "${id}@")`;
  let known = 0;
  for await (const { workflowId } of client.workflow.list({ query })) {
    await client.workflow.getHandle(workflowId).terminate('Withdrawn');
    known += 1;
  }
  return known;
}
