import { Failed, isFlow, Skipped } from './errors';
import type { Element } from './element';
import { now } from './instance';
import type { JsonObject } from './json';
import { merge } from './scope';
import type { Scope } from './scope';
import { wait } from './wait';

/**
 * Does a step of an element. Where it fails for technical reasons, the token waits as an incident until the Update
 * `resolveIncident` has it tried again, skips the activity or fails the instance; other tokens go on.
 */
export function attempt<T>(
  scope: Scope,
  element: Element,
  key: string,
  run: () => T | Promise<T>,
): Promise<T> {
  const again = (error: unknown) => repair(scope, element, key, run, error);
  try {
    const answer = run();
    return isPromise(answer) ? answer.catch(again) : Promise.resolve(answer);
  } catch (error) {
    return again(error);
  }
}

/**
 * The same for what is computed at once: its answer, unless it fails. Each promise that a workflow makes costs the
 * SDK a stack trace, so that a step which waits for nothing had better make none.
 */
export function attemptNow<T>(
  scope: Scope,
  element: Element,
  key: string,
  run: () => T,
): T | Promise<T> {
  try {
    return run();
  } catch (error) {
    return repair(scope, element, key, run, error);
  }
}

/** The same for a wait, which takes what recovers from its end. */
export function attemptWait<T>(
  scope: Scope,
  element: Element,
  key: string,
  run: (recover?: (error: unknown) => Promise<T>) => Promise<T>,
): Promise<T> {
  const again = (error: unknown) =>
    repair(scope, element, key, () => run(), error);
  try {
    return run(again);
  } catch (error) {
    return again(error);
  }
}

export function isPromise<T>(answer: T | Promise<T>): answer is Promise<T> {
  return answer instanceof Promise;
}

/** Waits for the operator, and tries again what has failed. */
async function repair<T>(
  scope: Scope,
  element: Element,
  key: string,
  run: () => T | Promise<T>,
  first: unknown,
): Promise<T> {
  for (let error = first; ; ) {
    if (isFlow(error)) throw error;
    const message = messageOf(error);
    const { action, variables } = await incident(scope, element, key, message);
    if (action === 'skip') throw new Skipped(variables);
    if (action === 'fail') throw new Failed(element.id, message);
    try {
      (scope.amend ?? (given => merge(scope, given)))(variables);
      return await run();
    } catch (thrown) {
      error = thrown;
    }
  }
}

export interface Resolution {
  readonly action: 'retry' | 'skip' | 'fail';
  readonly variables: JsonObject;
}

function incident(
  scope: Scope,
  element: Element,
  key: string,
  message: string,
): Promise<Resolution> {
  const { incidents, entries } = scope.instance;
  const nth = (entries.get(`incident ${key}`) ?? 0) + 1;
  entries.set(`incident ${key}`, nth);
  const name = nth === 1 ? key : `${key}#${nth}`;
  const skippable = !/Gateway$|^boundaryEvent$|^startEvent$/.test(element.type);
  return wait<Resolution>(scope, settle => {
    incidents.set(name, {
      state: {
        key: name,
        elementId: element.id,
        message,
        skippable,
        since: now(),
      },
      answer: resolution => settle.resolve(resolution),
    });
    return () => incidents.delete(name);
  });
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? messageOf(error.cause) : error.message;
}
