import type { Instance } from './instance';
import type { JsonObject } from './json';
import { step } from './serial';

/** A place that waits for a signal of the name (10.5.1). */
export interface SignalSubscription {
  readonly elementId: string;
  readonly signalName: string;
  receive(variables: JsonObject): void;
}

/** Waits for signals of the name; the answer ends the wait. */
export function subscribeSignal(
  instance: Instance,
  subscription: SignalSubscription,
): () => void {
  instance.signals.add(subscription);
  return () => {
    step();
    instance.signals.delete(subscription);
  };
}

/** Hands the signal to all who wait for it in this instance; it is not kept for those who come later. */
export function receiveSignal(
  instance: Instance,
  name: string,
  variables: JsonObject,
): void {
  step();
  for (const subscription of [...instance.signals])
    if (subscription.signalName === name && instance.signals.has(subscription))
      subscription.receive(variables);
}
