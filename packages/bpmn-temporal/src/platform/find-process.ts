import type { Client } from '@temporalio/client';
import { processMark } from '../runtime/marks';
import type { Served, Wanted } from '../runtime/registry';
import { deployments } from './deployments';

/** Where the process is served: by the project that has it and was deployed last. */
export async function findProcess(
  client: Client,
  { processId, versionTag }: Wanted,
): Promise<Served | null> {
  const mark = processMark(processId, versionTag);
  // a mark is a hash, and may be that of another one
  for (const { deployment, taskQueue } of await deployments(client, mark))
    for (const process of deployment.processes)
      if (
        process.processId === processId &&
        process.callable &&
        (versionTag === undefined || process.versionTag === versionTag)
      )
        return { workflowType: process.workflowType, taskQueue };
  return null;
}
