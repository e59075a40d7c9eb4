import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { BroadcastSignal, Broadcasting } from '../runtime/broadcast';
import type { Delivering, Published, Takers } from '../runtime/delivering';
import type { Registry, Served, Wanted } from '../runtime/registry';
import { broadcastTo } from './broadcast';
import { findTakers, handOver } from './deliver';
import { findProcess } from './find-process';
import { startAll, startsBy } from './start-by';

/** What the runtime asks of the worker: to be registered beside the activities of the jobs. */
export const platformActivities: Broadcasting & Delivering & Registry = {
  async broadcastSignal(signal: BroadcastSignal): Promise<void> {
    const client = ownClient();
    const { activityId, attempt, workflowExecution } = Context.current().info;
    const { name, variables, except } = signal;
    const starting = await startsBy(client, 'signal', name);
    const start = { signalName: name };
    await startAll(client, starting, variables, start, {
      id: `${except}/${workflowExecution?.runId}/${activityId}`,
      isRetry: attempt > 1,
    });
    await broadcastTo(client, signal);
  },

  findTakers(message: Published): Promise<Takers | null> {
    return findTakers(ownClient(), message);
  },

  async awaitTakers(message: Published): Promise<Takers | null> {
    const last = Math.min(message.expires, Date.now() + patience);
    for (let pause = 25; Date.now() + pause <= last; pause = longer(pause)) {
      await Context.current().sleep(pause);
      const takers = await findTakers(ownClient(), message);
      if (takers) return takers;
    }
    return null;
  },

  handOver(message: Published, id: string, takers: Takers): Promise<boolean> {
    const isRetry = Context.current().info.attempt > 1;
    return handOver(ownClient(), message, takers, { id, isRetry });
  },

  findProcess(wanted: Wanted): Promise<Served | null> {
    return findProcess(ownClient(), wanted);
  },
};

/** Milliseconds that one activity looks for somebody who waits, before the workflow pauses. */
const patience = 10_000;

function longer(pause: number): number {
  return Math.min(pause * 2, 500);
}

/** The worker's own client, in its namespace and with its data converter. */
function ownClient(): Client {
  return Context.current().client;
}
