import { Client } from '@temporalio/client';
import type { Deployment } from '../runtime/deployment';
import { connect } from './connect';
import { scheduleTimers } from './schedules';

/**
 * Takes back what {@link deploy} made known, of all versions: when nothing serves the project any more, no timer, no
 * message and no call begins an instance that would wait for a worker for ever. What runs is left alone.
 *
 * @returns how many deployments were known; none where it has been done already
 */
export async function withdraw({ name }: Deployment): Promise<number> {
  const connection = await connect();
  try {
    const namespace = process.env.TEMPORAL_NAMESPACE ?? 'default';
    const client = new Client({ connection, namespace });
    await scheduleTimers(client, { name, processes: [] }, name);
    const id = `bpmn-deployment/${name}`;
    const query = `WorkflowType="bpmnDeployment" AND ExecutionStatus="Running" AND WorkflowId STARTS_WITH "${id}"`;
    let known = 0;
    for await (const { workflowId } of client.workflow.list({ query })) {
      if (workflowId !== id && !workflowId.startsWith(`${id}@`)) continue;
      await client.workflow.getHandle(workflowId).terminate('Withdrawn');
      known += 1;
    }
    return known;
  } finally {
    await connection.close();
  }
}
