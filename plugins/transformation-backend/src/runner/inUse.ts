import { taskQueueOf } from '../builds/gitopsTree';
import type { TemporalClient } from '../temporal/connection';
import { literal } from '../temporal/searchAttributes';

type Client = Awaited<ReturnType<TemporalClient>>;

/** What the task queues of all commits of an artifact begin with. */
export function taskQueuePrefix(tenant: string, artifactId: string): string {
  return taskQueueOf(tenant, artifactId, '');
}

const runningOn = (taskQueue: string) =>
  `TaskQueue = ${literal(taskQueue)} AND ExecutionStatus = 'Running'`;

/** Whether nothing may need the worker of a task queue: no instance of it runs, and nobody else can begin one. */
export async function isIdle(
  client: Client,
  taskQueue: string,
): Promise<boolean> {
  const { count } = await client.workflow.count(runningOn(taskQueue));
  return count === 0;
}

/** Whether what was started on a task queue still runs; that others can begin an instance does not count. */
export async function hasInstances(
  client: Client,
  taskQueue: string,
): Promise<boolean> {
  const { count } = await client.workflow.count(
    `${runningOn(taskQueue)} AND WorkflowType != 'bpmnDeployment'`,
  );
  return count > 0;
}

/** Beginnings of the commits whose workers running instances were started on. */
export async function commitsInUse(
  client: Client,
  tenant: string,
  artifactId: string,
): Promise<Set<string>> {
  const prefix = taskQueuePrefix(tenant, artifactId);
  const commits = new Set<string>();
  const running = client.workflow.list({
    query: `AmeideTenant = ${literal(
      tenant,
    )} AND ExecutionStatus = 'Running' AND TaskQueue STARTS_WITH ${literal(
      prefix,
    )}`,
  });
  for await (const { taskQueue } of running) {
    commits.add(taskQueue.slice(prefix.length));
  }
  return commits;
}
