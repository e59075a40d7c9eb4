import { Terminated } from './errors';
import { interrupt } from './scope';
import type { Scope } from './scope';

/**
 * Runs the flow of a process or subprocess until its last token is consumed (13.3.4). What one token throws ends all
 * of them; a terminate end event does so without being an error.
 */
export function runBody(
  scope: Scope,
  body: (scope: Scope) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let tokens = 0;
    let over = false;
    const end = (effect: () => void) => {
      if (over) return;
      over = true;
      interrupt(scope);
      effect();
    };
    scope.spawn = run => {
      tokens += 1;
      run().then(
        () => {
          tokens -= 1;
          if (tokens === 0) end(resolve);
        },
        (error: unknown) =>
          end(() => (error instanceof Terminated ? resolve() : reject(error))),
      );
    };
    scope.spawn(() => body(scope));
  });
}

/** Several flows at once, from a parallel gateway to the one that joins them (10.6.4). */
export async function all(
  ...branches: readonly (() => Promise<void>)[]
): Promise<void> {
  await Promise.all(branches.map(branch => branch()));
}
