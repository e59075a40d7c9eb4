import { CancellationScope, sleep } from '@temporalio/workflow';
import type { Element } from './element';
import { durationFrom, repetition, timeUntil } from './duration';
import { textOf, value } from './feel';
import type { Source } from './feel';
import type { Scope } from './scope';

/** When a timer is due; ISO 8601, or FEEL that answers it (10.5.5). */
export interface Due {
  readonly duration?: Source;
  readonly date?: Source;
  readonly cycle?: Source;
}

/** The waits of a timer one after the other, in milliseconds, fixed on entry. */
export function* schedule(scope: Scope, due: Due): Generator<number> {
  if (due.date !== undefined) {
    yield timeUntil(Date.now(), text(scope, due.date));
  } else if (due.duration !== undefined) {
    yield durationFrom(Date.now(), text(scope, due.duration));
  } else {
    const { times, every } = repetition(text(scope, due.cycle ?? ''));
    for (let nth = 0; nth < times; nth += 1)
      yield durationFrom(Date.now(), every);
  }
}

/** Starts one timer of the history; the answer cancels it. */
export function startTimer(
  element: Element,
  ms: number,
  fire: () => void,
): () => void {
  const cancellation = new CancellationScope();
  cancellation
    .run(() => sleep(Math.max(ms, 1), { summary: element.name || element.id }))
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
