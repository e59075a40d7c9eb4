import { CancellationScope, sleep } from '@temporalio/workflow';
import type { Element } from './element';
import { durationFrom, repetition, timeUntil } from './duration';
import { textOf, value } from './feel';
import type { Source } from './feel';
import { inOrder } from './in-order';
import type { Resume } from './resumable';
import type { Scope } from './scope';
import { deliver } from './serial';

/** When a timer is due; ISO 8601, or FEEL that answers it (10.5.5). */
export interface Due {
  readonly duration?: Source;
  readonly date?: Source;
  readonly cycle?: Source;
}

/** One of the waits of a timer: how long, and how many come after it. */
export interface Wait {
  readonly ms: number;
  readonly left: number;
  readonly overdue?: boolean;
}

/** The waits of a timer one after the other, fixed on entry; in a new run those that the one before has left. */
export function* schedule(
  scope: Scope,
  due: Due,
  elementId: string,
  resumed?: Resume,
): Generator<Wait> {
  const begun = Date.now();
  const before = resumed?.timers.find(([id]) => id === elementId)?.[1];
  // It has happened for the last time in the run before.
  if (resumed && !before) return;
  if (before) {
    const ms = before.due - begun;
    yield { ms, left: before.left, overdue: ms <= 0 };
  }
  if (due.cycle !== undefined) {
    const { times, every } = repetition(text(scope, due.cycle));
    for (let left = (before?.left ?? times) - 1; left >= 0; left -= 1)
      yield { ms: durationFrom(Date.now(), every), left };
  } else if (!before) {
    const ms =
      due.date === undefined
        ? durationFrom(begun, text(scope, due.duration ?? ''))
        : timeUntil(begun, text(scope, due.date));
    yield { ms, left: 0 };
  }
}

/** Starts one timer of the history; one that was due before this run began happens at once. The answer cancels it. */
export function startTimer(
  element: Element,
  { ms, overdue }: Wait,
  fire: () => void,
): () => void {
  if (overdue) {
    let cancelled = false;
    deliver(() => {
      if (!cancelled) fire();
    });
    return () => {
      cancelled = true;
    };
  }
  const cancellation = new CancellationScope();
  const summary = element.name || element.id;
  cancellation
    .run(() => inOrder(sleep(Math.max(ms, 1), { summary })))
    .then(fire, () => {});
  return () => cancellation.cancel();
}

function text(scope: Scope, source: Source): string {
  const answer = value(scope, source);
  if (typeof answer === 'string') return answer;
  throw new Error(
    `The timer ${textOf(source)} is ${JSON.stringify(
      answer,
    )}, no ISO 8601 text`,
  );
}
