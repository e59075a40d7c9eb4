import type { History } from './replay';

/** Histories of the running instances of these workflow types. */
export async function runningInstances(
  address: string,
  namespace: string,
  types: readonly string[],
): Promise<History[]> {
  const { Client, Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection, namespace });
    const named = types.map(type => `"${type}"`).join(', ');
    const query = `ExecutionStatus="Running" AND WorkflowType IN (${named})`;
    const histories: History[] = [];
    for await (const { workflowId, runId } of workflow.list({ query }))
      histories.push({
        workflowId,
        history: await workflow.getHandle(workflowId, runId).fetchHistory(),
      });
    return histories;
  } finally {
    await connection.close();
  }
}
