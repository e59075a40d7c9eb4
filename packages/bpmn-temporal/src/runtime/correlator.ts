import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { JsonObject } from './json';

/** A message on its way; kept until `expires` (milliseconds since 1970) while nobody waits for it. */
export interface Published {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: JsonObject;
  readonly messageId?: string;
  readonly expires: number;
}

export interface Delivering {
  /** True when an instance has taken it, or was started by it. */
  deliverMessage(message: Published): Promise<boolean>;
}

export type Publication = 'accepted' | 'duplicate';

export const publishUpdate = defineUpdate<Publication, [Published]>('publish');

interface Correlator {
  readonly queue?: readonly Published[];
  readonly seen?: readonly (readonly [messageId: string, expires: number])[];
}

const longestPause = 30_000;

/**
 * All messages of one name and key, first in, first out (Camunda 8: message correlation): each goes to one instance of
 * each process that waits for it, or starts a process; while there is none it is kept for its time to live. A message
 * with the id of one that is still kept is dropped.
 */
export async function bpmnMessages(earlier: Correlator = {}): Promise<void> {
  const queue = [...(earlier.queue ?? [])];
  const seen = new Map(earlier.seen ?? []);
  setHandler(publishUpdate, message => {
    if (message.messageId !== undefined) {
      if ((seen.get(message.messageId) ?? 0) > Date.now()) return 'duplicate';
      seen.set(message.messageId, message.expires);
    }
    queue.push(message);
    return 'accepted';
  });
  const { deliverMessage } = proxyActivities<Delivering>({
    startToCloseTimeout: '1 minute',
    heartbeatTimeout: '20 seconds',
  });
  let pause = 1_000;
  for (;;) {
    const [message] = queue;
    if (!message) {
      const remembered = Math.max(0, ...seen.values()) - Date.now();
      if (remembered <= 0) break;
      await condition(() => queue.length > 0, remembered);
      continue;
    }
    const delivered = await deliverMessage(message);
    if (delivered || message.expires <= Date.now()) {
      queue.shift();
      pause = 1_000;
    } else {
      await sleep(Math.min(pause, Math.max(1, message.expires - Date.now())));
      pause = Math.min(pause * 2, longestPause);
    }
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof bpmnMessages>({ queue, seen: [...seen] });
    }
  }
  await condition(allHandlersFinished);
}
