import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Delivering, Published } from './delivering';

export type Publication = 'accepted' | 'duplicate';

export const publishUpdate = defineUpdate<Publication, [Published]>('publish');

interface Correlator {
  readonly queue?: readonly Published[];
  readonly seen?: readonly (readonly [messageId: string, expires: number])[];
  /** How many messages have left the queue. */
  readonly gone?: number;
}

const shortestPause = 50;
const longestPause = 30_000;

/**
 * All messages of one name and key, first in, first out (Camunda 8: message correlation): each goes to one instance of
 * each process that waits for it, or starts a process; while there is none it is kept for its time to live. A message
 * with the id of one that is still kept is dropped.
 *
 * Who may take it is in the history before it is handed over, and each message has an id of its own then: what is done
 * again because a worker has died asks the same instances, and those that had it answer as they did.
 */
export async function bpmnMessages(earlier: Correlator = {}): Promise<void> {
  const queue = [...(earlier.queue ?? [])];
  const seen = new Map(earlier.seen ?? []);
  let gone = earlier.gone ?? 0;
  setHandler(publishUpdate, message => {
    if (message.messageId !== undefined) {
      if ((seen.get(message.messageId) ?? 0) > Date.now()) return 'duplicate';
      seen.set(message.messageId, message.expires);
    }
    queue.push(message);
    return 'accepted';
  });
  let pause = shortestPause;
  for (;;) {
    const [message] = queue;
    if (!message) {
      const remembered = Math.max(0, ...seen.values()) - Date.now();
      if (remembered <= 0) break;
      await condition(() => queue.length > 0, remembered);
      continue;
    }
    const id = `${workflowInfo().firstExecutionRunId}/${gone + 1}`;
    const delivered = await deliver(message, id);
    if (delivered || message.expires <= Date.now()) {
      queue.shift();
      gone += 1;
      pause = shortestPause;
    } else {
      await sleep(Math.min(pause, Math.max(1, message.expires - Date.now())));
      pause = Math.min(pause * 2, longestPause);
    }
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof bpmnMessages>({
        queue,
        seen: [...seen],
        gone,
      });
    }
  }
  await condition(allHandlersFinished);
}

async function deliver(message: Published, id: string): Promise<boolean> {
  // local: it is short, and in the history together with the order to hand the message over
  const { findTakers } = proxyLocalActivities<Delivering>({
    startToCloseTimeout: '5 seconds',
  });
  const { awaitTakers, handOver } = proxyActivities<Delivering>({
    startToCloseTimeout: '20 seconds',
  });
  const takers = (await findTakers(message)) ?? (await awaitTakers(message));
  return takers !== null && (await handOver(message, id, takers));
}
