import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { BroadcastSignal, Broadcasting } from '../runtime/broadcast';
import type { Delivering, Published } from '../runtime/correlator';
import { broadcastTo, startBy } from './broadcast';
import { deliverOnce } from './deliver';

/** What the runtime asks of the worker: to be registered beside the activities of the jobs. */
export const platformActivities: Broadcasting & Delivering = {
  async broadcastSignal(signal: BroadcastSignal): Promise<void> {
    const client = ownClient();
    const { info } = Context.current();
    await startBy(client, 'signal', signal.name, {
      id: `${signal.except}/${info.activityId}`,
      variables: signal.variables,
    });
    await broadcastTo(client, signal);
  },

  async deliverMessage(message: Published): Promise<boolean> {
    const client = ownClient();
    const last = Math.min(message.expires, Date.now() + patience);
    for (let pause = 25; ; pause = Math.min(pause * 2, 500)) {
      if (await deliverOnce(client, message)) return true;
      if (Date.now() + pause > last) return false;
      Context.current().heartbeat();
      await Context.current().sleep(pause);
    }
  },
};

/** Milliseconds that one activity looks for somebody who waits, before the workflow pauses. */
const patience = 10_000;

/** The worker's own client, in its namespace and with its data converter. */
function ownClient(): Client {
  return Context.current().client;
}
