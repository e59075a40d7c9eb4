import type { Client } from '@temporalio/client';
import type { Deployment } from '../runtime/deployment';
import { openAttribute } from '../runtime/marks';

export interface Deployed {
  readonly deployment: Deployment;
  readonly taskQueue: string;
}

/** The deployed projects that have the mark, the newest first; read from their memos, so no worker need run. */
export async function deployments(
  client: Client,
  mark: string,
): Promise<Deployed[]> {
  const query = `WorkflowType="bpmnDeployment" AND ExecutionStatus="Running" AND ${openAttribute}="${mark}"`;
  const found: { deployed: Deployed; since: number }[] = [];
  for await (const { memo, startTime } of client.workflow.list({ query })) {
    const deployed = memo?.deployed as Deployed | undefined;
    if (deployed) found.push({ deployed, since: startTime.getTime() });
  }
  found.sort((a, b) => b.since - a.since);
  return found.map(({ deployed }) => deployed);
}
