import type { WorkflowExecutionDescription } from '@temporalio/client';
import type { ProcessInterface } from '../../src';
import { deploy } from '../../src/platform/deploy';
import type { Deployment } from '../../src/runtime/deployment';
import type { Run } from './deployments';
import { instancesSince, isBusy, stateOf, terminateAll } from './instances';
import type { Lane } from './lane';
import { endOf, terminateEvents } from './outcome';
import type { End } from './outcome';
import type { Outcome } from './suite';
import { newTrace, sleep } from './trace';

export interface Got extends Outcome {
  note?: string;
}

/** Nothing more is expected when nothing has happened for so long, beyond what the case says it waits. */
const quietMs = 2000;
/** How long after the end of all instances another one may begin, by a message or signal of theirs. */
const settleMs = 400;

/** Runs one case in its lane and tells what happened; what is expected plays no part. */
export async function runCase(lane: Lane, { entry, model }: Run): Promise<Got> {
  await terminateAll(lane);
  const trace = newTrace();
  lane.trace = trace;
  lane.processes = model.result.processes;
  await deploy(lane.client, deploymentOf(lane.processes), lane.taskQueue);
  const since = new Date();
  try {
    for (const [index, processId] of entry.start.entries()) {
      if (index > 0) await untilWaiting(lane, since);
      await start(lane, processId, entry.variables);
    }
    const instances = await untilQuiet(lane, since, entry.waitMs);
    const terminating = await terminateEvents(model.source);
    const roots = instances.filter(({ parentExecution }) => !parentExecution);
    const ends = await Promise.all(
      roots.map(instance => endOf(lane, instance, terminating)),
    );
    return { trace: [...trace.tokens].sort(), ...worst(ends) };
  } finally {
    lane.trace = undefined;
    await terminateAll(lane);
  }
}

async function start(
  lane: Lane,
  processId: string,
  variables: Record<string, unknown>,
): Promise<void> {
  const found = lane.processes.find(process => process.processId === processId);
  if (!found) throw new Error(`there is no process ${processId} in the model`);
  await lane.client.workflow.start(found.workflowType, {
    workflowId: `${found.workflowType}/${Date.now()}`,
    taskQueue: lane.taskQueue,
    args: [variables],
  });
}

/** The instances that run have come to where they wait. */
async function untilWaiting(lane: Lane, since: Date): Promise<void> {
  const last = Date.now() + 5000;
  while (Date.now() < last) {
    await sleep(200);
    const instances = await describeAll(lane, since);
    const states = await Promise.all(
      instances.map(({ workflowId }) =>
        stateOf(lane.client.workflow.getHandle(workflowId)),
      ),
    );
    const waits = states.some(state => (state?.tokens.length ?? 0) > 0);
    if (waits && !instances.some(isBusy)) return;
  }
}

async function untilQuiet(
  lane: Lane,
  since: Date,
  waitMs: number,
): Promise<WorkflowExecutionDescription[]> {
  let seen = '';
  let changed = Date.now();
  for (;;) {
    await sleep(100);
    const instances = await describeAll(lane, since);
    const now = instances
      .map(each => `${each.runId} ${each.historyLength} ${each.status.name}`)
      .sort()
      .join();
    const busy = Boolean(lane.trace?.running) || instances.some(isBusy);
    if (now !== seen || busy) changed = Date.now();
    seen = now;
    const running = instances.some(({ status }) => status.name === 'RUNNING');
    const quiet = Date.now() - Math.max(changed, lane.trace?.changed ?? 0);
    if (quiet > (running ? quietMs + waitMs : settleMs)) return instances;
    if (Date.now() - since.getTime() > 20_000 + 2 * waitMs) return instances;
  }
}

async function describeAll(
  lane: Lane,
  since: Date,
): Promise<WorkflowExecutionDescription[]> {
  const infos = await instancesSince(lane, since);
  const instances = infos.filter(({ type }) => !type.startsWith('bpmn'));
  return Promise.all(
    instances.map(({ workflowId, runId }) =>
      lane.client.workflow.getHandle(workflowId, runId).describe(),
    ),
  );
}

/** Messages and signals start processes as in a deployment; what timers start, the runner starts itself. */
function deploymentOf(processes: readonly ProcessInterface[]): Deployment {
  return {
    name: 'conformance',
    processes: processes.map(({ processId, workflowType, start: starts }) => ({
      processId,
      workflowType,
      starts: starts.map(({ elementId, messageName, signalName }) => ({
        elementId,
        message: messageName,
        signal: signalName,
      })),
    })),
  };
}

/** A case ends as badly as the worst of its instances. */
function worst(ends: End[]): End {
  for (const outcome of ['failed', 'stuck', 'terminated'])
    for (const end of ends) if (end.outcome === outcome) return end;
  return { outcome: 'completed' };
}
