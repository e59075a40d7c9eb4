import type { Element } from './element';
import { value } from './feel';
import { subscribe } from './inbox';
import type { JsonObject } from './json';
import type { Mapping } from './mapping';
import type { Scope } from './scope';
import { schedule, startTimer } from './timer';
import type { Due } from './timer';

/** What a catching event waits for. */
export type Trigger =
  | { readonly timer: Due }
  | { readonly message: string; readonly correlationKey: string };

/** An event that catches, with what happens to the message's variables. */
export type Catching = Element & Trigger & { readonly output?: Mapping };

/**
 * Arms the event; `fired` is called in the very turn in which it happens, more than once if it repeats. Whatever the
 * drawing computes is computed here, before anything waits, so that a failure leaves nothing behind.
 */
export function arm(
  scope: Scope,
  event: Catching,
): (fired: (variables: JsonObject) => void) => () => void {
  if ('timer' in event) {
    const waits = schedule(scope, event.timer);
    const first = waits.next();
    return fired => repeat(event, waits, first, () => fired({}));
  }
  const name = String(value(scope, event.message));
  const key = correlation(value(scope, event.correlationKey), event);
  return fired =>
    subscribe(scope.instance.inbox, event, name, key, message =>
      fired(message.variables ?? {}),
    );
}

function repeat(
  event: Element,
  waits: Iterator<number>,
  next: IteratorResult<number>,
  fired: () => void,
): () => void {
  let cancel = () => {};
  const start = (turn: IteratorResult<number>) => {
    if (turn.done) return;
    cancel = startTimer(event, turn.value, () => {
      start(waits.next());
      fired();
    });
  };
  start(next);
  return () => cancel();
}

function correlation(key: unknown, event: Element): string {
  if (typeof key === 'string' || typeof key === 'number') return String(key);
  throw new Error(
    `The correlation key of ${event.id} is ${JSON.stringify(
      key,
    )}, neither text nor number`,
  );
}
