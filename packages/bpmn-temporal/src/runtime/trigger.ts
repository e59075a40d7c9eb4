import { conditionIncident } from './condition-incident';
import type { Element } from './element';
import { textOf, value } from './feel';
import type { Source } from './feel';
import { subscribe } from './inbox';
import type { JsonObject } from './json';
import type { Mapping } from './mapping';
import type { Resume } from './resumable';
import type { Scope } from './scope';
import { subscribeSignal } from './signal';
import type { SubscriptionState } from './state';
import { schedule, startTimer } from './timer';
import type { Due, Wait } from './timer';

/** What a catching event waits for (10.5.5). */
export type Trigger =
  | { readonly timer: Due }
  | { readonly message: Source; readonly correlationKey?: Source }
  | { readonly signal: Source }
  | { readonly condition: Source };

/** Several triggers: any of them, or all of them (multiple, parallel multiple). */
export type Triggers<One> =
  | One
  | { readonly anyOf: readonly One[] }
  | { readonly allOf: readonly One[] };

/** An event that catches, with what happens to the variables that it brings. */
export type Catching = Element &
  Triggers<Trigger> & { readonly output?: Mapping };

export type Fired = (variables: JsonObject) => void;
/** Begins to wait; the answer ends the wait. */
export type Open = (fired: Fired) => () => void;

export function partsOf<One>(event: Triggers<One>): readonly One[] {
  if (isSeveral(event, 'anyOf')) return event.anyOf;
  return isSeveral(event, 'allOf') ? event.allOf : [event as One];
}

function isSeveral<Key extends string>(
  event: unknown,
  key: Key,
): event is { readonly [key in Key]: readonly never[] } {
  return typeof event === 'object' && event !== null && key in event;
}

/**
 * Arms the event; `fired` is called in the very turn in which it happens, more than once if it repeats. Whatever the
 * drawing computes is computed here, before anything waits, so that a failure leaves nothing behind.
 */
export function arm(
  scope: Scope,
  event: Element & Triggers<Trigger> & { readonly starts?: boolean },
  resumed?: Resume,
): Open {
  const awaited = resumed?.awaited.filter(
    ({ elementId }) => elementId === event.id,
  );
  const opens = partsOf<Trigger>(event).map(part => {
    const kept = 'message' in part ? awaited?.shift() : undefined;
    const open = kept
      ? listen(scope, event, kept)
      : armOne(scope, event, part, resumed);
    return event.starts ? unlessStarted(scope, part, open) : open;
  });
  const [only] = opens;
  if (only && opens.length === 1) return only;
  const together = 'allOf' in event ? whenAll : whenAny;
  return fired => {
    const fire = together(opens.length, fired);
    const closes = opens.map((open, at) => open(given => fire(at, given)));
    return () => closes.forEach(close => close());
  };
}

/** The message or signal that started the instance need not come again. */
function unlessStarted(scope: Scope, part: Trigger, open: Open): Open {
  const { messageName, signalName } = scope.instance.start;
  const started =
    ('message' in part && value(scope, part.message) === messageName) ||
    ('signal' in part && value(scope, part.signal) === signalName);
  if (!started) return open;
  return fired => {
    fired({});
    return () => {};
  };
}

function whenAny(_count: number, fired: Fired) {
  return (_at: number, given: JsonObject) => fired(given);
}

/** Fires when each has happened, and counts anew. */
function whenAll(count: number, fired: Fired) {
  let happened = new Map<number, JsonObject>();
  return (at: number, given: JsonObject) => {
    happened.set(at, given);
    if (happened.size < count) return;
    const variables = Object.assign({}, ...happened.values()) as JsonObject;
    happened = new Map();
    fired(variables);
  };
}

function armOne(
  scope: Scope,
  element: Element,
  trigger: Trigger,
  resumed: Resume | undefined,
): Open {
  const { instance } = scope;
  if ('timer' in trigger) {
    const waits = schedule(scope, trigger.timer, element.id, resumed);
    const first = waits.next();
    return fired => repeat(scope, element, waits, first, () => fired({}));
  }
  if ('signal' in trigger) {
    const signalName = String(value(scope, trigger.signal));
    return receive =>
      subscribeSignal(instance, { elementId: element.id, signalName, receive });
  }
  if ('condition' in trigger)
    return whenTrue(scope, element, trigger.condition);
  return listen(scope, element, {
    messageName: String(value(scope, trigger.message)),
    correlationKey:
      trigger.correlationKey === undefined
        ? String(instance.start.correlationKey ?? '')
        : correlation(value(scope, trigger.correlationKey), element),
  });
}

function listen(
  { instance: { inbox } }: Scope,
  element: Element,
  message: Pick<SubscriptionState, 'messageName' | 'correlationKey'>,
): Open {
  const { messageName, correlationKey } = message;
  return fired =>
    subscribe(inbox, element, messageName, correlationKey, received =>
      fired(received.variables ?? {}),
    );
}

/** Fires when the condition becomes true, and at once where it is; null is not true yet. */
function whenTrue(scope: Scope, element: Element, source: Source): Open {
  const { conditions, held: known } = scope.instance;
  const holds = () => {
    const answer = value(scope, source);
    if (answer === null || typeof answer === 'boolean') return answer === true;
    throw new Error(
      `The condition ${textOf(source)} is ${JSON.stringify(
        answer,
      )}, neither true nor false`,
    );
  };
  holds();
  const incident = conditionIncident(scope, element, holds);
  return fired => {
    let held = known.has(element.id);
    const look = () => {
      const before = held;
      try {
        held = holds();
        incident.close();
      } catch {
        held = false;
        incident.open(look, fired);
      }
      if (held) known.add(element.id);
      else known.delete(element.id);
      if (held && !before) fired({});
    };
    conditions.add(look);
    look();
    return () => {
      incident.close();
      conditions.delete(look);
      known.delete(element.id);
    };
  };
}

function repeat(
  { instance: { timers } }: Scope,
  event: Element,
  waits: Iterator<Wait>,
  next: IteratorResult<Wait>,
  fired: () => void,
): () => void {
  let cancel = () => {};
  const start = (turn: IteratorResult<Wait>) => {
    timers.delete(event.id);
    if (turn.done) return;
    const { ms, left } = turn.value;
    timers.set(event.id, { due: Date.now() + ms, left });
    cancel = startTimer(event, turn.value, () => {
      start(waits.next());
      fired();
    });
  };
  start(next);
  return () => {
    timers.delete(event.id);
    cancel();
  };
}

function correlation(key: unknown, event: Element): string {
  if (typeof key === 'string' || typeof key === 'number') return String(key);
  throw new Error(
    `The correlation key of ${event.id} is ${JSON.stringify(
      key,
    )}, neither text nor number`,
  );
}
