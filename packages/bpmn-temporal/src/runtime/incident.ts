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
export async function attempt<T>(
  scope: Scope,
  element: Element,
  key: string,
  run: () => T | Promise<T>,
): Promise<T> {
  let corrected: JsonObject | undefined;
  for (;;) {
    try {
      if (corrected) (scope.amend ?? (given => merge(scope, given)))(corrected);
      return await run();
    } catch (error) {
      if (isFlow(error)) throw error;
      const message = messageOf(error);
      const resolution = await incident(scope, element, key, message);
      corrected = resolution.variables;
      if (resolution.action === 'skip') throw new Skipped(corrected);
      if (resolution.action === 'fail') throw new Failed(element.id, message);
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
