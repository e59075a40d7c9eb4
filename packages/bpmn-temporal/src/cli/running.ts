import type { Client } from '@temporalio/client';
import type { History } from './replay';

/** Connects to a server for as long as `work` takes. */
export async function connected<T>(
  address: string,
  namespace: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { Client: Connected, Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address });
  try {
    return await work(new Connected({ connection, namespace }));
  } finally {
    await connection.close();
  }
}

/** Histories of the running instances of these workflow types. */
export function runningInstances(
  address: string,
  namespace: string,
  types: readonly string[],
): Promise<History[]> {
  return connected(address, namespace, async ({ workflow }) => {
    const named = types.map(type => `"${type}"`).join(', ');
    const query = `ExecutionStatus="Running" AND WorkflowType IN (${named})`;
    const histories: History[] = [];
    for await (const { workflowId, runId } of workflow.list({ query }))
      histories.push({
        workflowId,
        history: await workflow.getHandle(workflowId, runId).fetchHistory(),
      });
    return histories;
  });
}
