import type { Client } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
} from '@temporalio/common';
import type { DeployedProcess, Deployment } from '../runtime/deployment';
import {
  conditionMark,
  openAttribute,
  processMark,
  startMark,
} from '../runtime/marks';
import type { Deployed } from './deployments';
import { scheduleTimers } from './schedules';
import { tagsOf } from './tags';

const openKey = defineSearchAttributeKey(
  openAttribute,
  SearchAttributeType.KEYWORD_LIST,
);

/**
 * Makes a project known in the namespace: the start events of messages, signals and conditions and the processes that
 * can be called by a workflow that stands for the project, those of timers by schedules. A version that has a tag is
 * known beside it for good. Doing it again changes only what has changed.
 */
export async function deploy(
  client: Client,
  deployment: Deployment,
  taskQueue = deployment.name,
): Promise<void> {
  await scheduleTimers(client, deployment, taskQueue);
  await register(client, { deployment, taskQueue }, marksOf);
  for (const { tag, tagged, queue } of tagsOf(deployment, taskQueue))
    await register(
      client,
      { deployment: tagged, taskQueue: queue },
      ({ processId }) => [processMark(processId, tag)],
    );
}

/** Id of the workflow that stands for a project, or for one of its tagged versions. */
export const deploymentId = (name: string) => `bpmn-deployment/${name}`;

async function register(
  client: Client,
  deployed: Deployed,
  marksFor: (process: DeployedProcess) => string[],
): Promise<void> {
  const { deployment, taskQueue } = deployed;
  const marks = [...new Set(deployment.processes.flatMap(marksFor))];
  const workflowId = deploymentId(deployment.name);
  const handle = client.workflow.getHandle(workflowId);
  const standing = await handle.describe().catch(() => undefined);
  const running = standing?.status.name === 'RUNNING';
  if (marks.length === 0) {
    if (running) await handle.terminate('Nothing of it is begun by others');
    return;
  }
  const same =
    JSON.stringify(standing?.memo?.deployed) === JSON.stringify(deployed);
  if (running && same) return;
  await client.workflow.start('bpmnDeployment', {
    workflowId,
    taskQueue,
    args: [],
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    memo: { deployed },
    typedSearchAttributes: [{ key: openKey, value: marks }],
  });
}

function marksOf({ processId, starts, callable }: DeployedProcess): string[] {
  return [
    ...(callable ? [processMark(processId)] : []),
    ...starts.flatMap(({ message, signal, condition }) => [
      ...(message === undefined ? [] : [startMark('message', message)]),
      ...(signal === undefined ? [] : [startMark('signal', signal)]),
      ...(condition === undefined ? [] : [conditionMark]),
    ]),
  ];
}
