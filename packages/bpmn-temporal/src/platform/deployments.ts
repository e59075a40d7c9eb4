import type { Client } from '@temporalio/client';
import type { Deployment } from '../runtime/deployment';
import { openAttribute } from '../runtime/marks';

export interface Deployed {
  readonly deployment: Deployment;
  readonly taskQueue: string;
}

/** The deployed projects that have the mark; read from their memos, so no worker need run. */
export async function deployments(
  client: Client,
  mark: string,
): Promise<Deployed[]> {
  const query = `WorkflowType="bpmnDeployment" AND ExecutionStatus="Running" AND ${openAttribute}="${mark}"`;
  const found: Deployed[] = [];
  for await (const { memo } of client.workflow.list({ query })) {
    const deployed = memo?.deployed as Deployed | undefined;
    if (deployed) found.push(deployed);
  }
  return found;
}
