import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { Lane } from './lane';
import { openInstances, stateOf } from './instances';
import { sleep } from './trace';

export interface Message {
  name: string;
  correlationKey?: string;
}

export interface BroadcastSignal {
  name: string;
  variables: Record<string, unknown>;
  /** Workflow id of the thrower, which has had it already. */
  except: string;
}

/** How long a message is kept that nobody waits for. */
const keptMs = 5000;

/**
 * Publishes a message as a user of the emitted project does: it starts the process that begins with it, or goes to the
 * instance that has waited longest for its name and key; while there is none, it is kept for some seconds.
 */
export async function publishMessage(
  lane: Lane,
  message: Message,
): Promise<void> {
  if (await startBy(lane, 'messageName', message.name)) return;
  const deliver = async () => {
    const waits = await waitingFor(lane, message);
    await waits?.signal('message', message);
    return waits !== undefined;
  };
  if (await deliver()) return;
  const { trace } = lane;
  const last = Date.now() + keptMs;
  void (async () => {
    while (lane.trace === trace && Date.now() < last) {
      await sleep(100);
      if (await deliver().catch(() => false)) return;
    }
  })();
}

/** Hands a signal to all other instances, and starts the processes that begin with it. */
export async function broadcastSignal(
  lane: Lane,
  { name, variables, except }: BroadcastSignal,
): Promise<void> {
  await startBy(lane, 'signalName', name);
  for (const { workflowId } of await openInstances(lane))
    if (workflowId !== except)
      await lane.client.workflow
        .getHandle(workflowId)
        .signal('signal', { name, variables })
        .catch(() => undefined);
}

async function startBy(
  lane: Lane,
  kind: 'messageName' | 'signalName',
  name: string,
): Promise<boolean> {
  const started = lane.processes.filter(({ start }) =>
    start.some(event => (event as Record<string, unknown>)[kind] === name),
  );
  for (const { workflowType } of started)
    await lane.client.workflow.start(workflowType, {
      workflowId: `${workflowType}/${randomUUID()}`,
      taskQueue: lane.taskQueue,
      args: [{}, { [kind]: name }],
    });
  return started.length > 0;
}

/** The oldest open instance that waits for the message. */
async function waitingFor(
  lane: Lane,
  { name, correlationKey = '' }: Message,
): Promise<WorkflowHandle | undefined> {
  const open = await openInstances(lane);
  open.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  for (const { workflowId } of open) {
    const handle = lane.client.workflow.getHandle(workflowId);
    const state = await stateOf(handle);
    const waits = state?.subscriptions?.some(
      subscription =>
        subscription.messageName === name &&
        subscription.correlationKey === correlationKey,
    );
    if (waits) return handle;
  }
  return undefined;
}
