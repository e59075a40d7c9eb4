import type { Element } from './element';
import { deliver, step } from './serial';
import type { Message } from './state';

/** A place that waits for a message of one name and key. */
export interface Subscription {
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  receive(message: Message): void;
}

/** Messages and those who wait for them; the first to come is the first to be served, on both sides. */
export interface Inbox {
  readonly subscriptions: Set<Subscription>;
  readonly early: Message[];
  readonly seen: Set<string>;
}

export function openInbox(): Inbox {
  return { subscriptions: new Set(), early: [], seen: new Set() };
}

/** Gives the message to who waits for it, or keeps it until somebody does. */
export function publish(inbox: Inbox, message: Message): void {
  step();
  if (message.messageId !== undefined) {
    if (inbox.seen.has(message.messageId)) return;
    inbox.seen.add(message.messageId);
  }
  for (const subscription of inbox.subscriptions) {
    if (!matches(subscription, message)) continue;
    subscription.receive(message);
    return;
  }
  inbox.early.push(message);
}

/** Waits for messages of the name and key; the key stays what it is on entry. The answer ends the wait. */
export function subscribe(
  inbox: Inbox,
  element: Element,
  messageName: string,
  correlationKey: string,
  receive: (message: Message) => void,
): () => void {
  const subscription: Subscription = {
    elementId: element.id,
    messageName,
    correlationKey,
    receive,
  };
  inbox.subscriptions.add(subscription);
  // an event that does not interrupt goes on waiting, and has all that came early, one in each turn
  const takeEarly = () => {
    if (!inbox.subscriptions.has(subscription)) return;
    const at = inbox.early.findIndex(message => matches(subscription, message));
    const [message] = at < 0 ? [] : inbox.early.splice(at, 1);
    if (!message) return;
    receive(message);
    deliver(takeEarly);
  };
  takeEarly();
  return () => {
    step();
    inbox.subscriptions.delete(subscription);
  };
}

/** Whether the message, if it came now, would be taken. */
export function isAwaited(inbox: Inbox, message: Message): boolean {
  if (message.messageId !== undefined && inbox.seen.has(message.messageId))
    return false;
  return [...inbox.subscriptions].some(one => matches(one, message));
}

function matches(subscription: Subscription, message: Message): boolean {
  return (
    subscription.messageName === message.name &&
    subscription.correlationKey === String(message.correlationKey ?? '')
  );
}
