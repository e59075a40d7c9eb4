import { Interrupted } from './errors';
import { failIfClosed, onInterrupt } from './scope';
import type { Scope } from './scope';

/** How a wait ends; only the first call counts, and is answered with true. */
export interface Settle<T> {
  resolve(value: T): boolean;
  reject(error: unknown): boolean;
}

/**
 * The one place where a token waits. `start` begins the wait and answers how to give it up; it is given up when the
 * scope is interrupted, and nothing that happens later is seen. What ends in an error may be recovered from.
 */
export function wait<T>(
  scope: Scope,
  start: (settle: Settle<T>) => () => void,
  recover?: (error: unknown) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    failIfClosed(scope);
    let stop = () => {};
    let settled = false;
    const settle = (effect: () => void) => {
      if (settled) return false;
      settled = true;
      forget();
      stop();
      effect();
      return true;
    };
    const forget = onInterrupt(scope, () =>
      settle(() => reject(new Interrupted())),
    );
    stop = start({
      resolve: value => settle(() => resolve(value)),
      reject: error =>
        settle(() => {
          if (recover) recover(error).then(resolve, reject);
          else reject(error);
        }),
    });
    if (settled) stop();
  });
}

/** Waits for nothing but the end of the scope: a token that no event can move on. */
export function stuck(scope: Scope): Promise<never> {
  return wait<never>(scope, () => () => {});
}
