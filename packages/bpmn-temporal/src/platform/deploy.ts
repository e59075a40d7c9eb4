import type { Client } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
} from '@temporalio/common';
import type { Deployment } from '../runtime/deployment';
import { conditionMark, openAttribute, startMark } from '../runtime/marks';
import type { Deployed } from './deployments';
import { scheduleTimers } from './schedules';

const openKey = defineSearchAttributeKey(
  openAttribute,
  SearchAttributeType.KEYWORD_LIST,
);

/**
 * Makes the start events of a project known in the namespace: those of messages, signals and conditions by a workflow
 * that stands for the project, those of timers by schedules. Doing it again changes only what has changed.
 */
export async function deploy(
  client: Client,
  deployment: Deployment,
  taskQueue = deployment.name,
): Promise<void> {
  await scheduleTimers(client, deployment, taskQueue);
  const marks = marksOf(deployment);
  const workflowId = `bpmn-deployment/${deployment.name}`;
  const handle = client.workflow.getHandle(workflowId);
  const standing = await handle.describe().catch(() => undefined);
  const running = standing?.status.name === 'RUNNING';
  if (marks.length === 0) {
    if (running) await handle.terminate('Nothing starts by an event any more');
    return;
  }
  const deployed: Deployed = { deployment, taskQueue };
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

function marksOf({ processes }: Deployment): string[] {
  const marks = processes.flatMap(({ starts }) =>
    starts.flatMap(({ message, signal, condition }) => [
      ...(message === undefined ? [] : [startMark('message', message)]),
      ...(signal === undefined ? [] : [startMark('signal', signal)]),
      ...(condition === undefined ? [] : [conditionMark]),
    ]),
  );
  return [...new Set(marks)];
}
