import { isFlow } from './errors';
import type { Element } from './element';
import { now } from './instance';
import type { JsonObject } from './json';
import { merge } from './scope';
import type { Scope } from './scope';
import { wait } from './wait';

/**
 * Does a step of an element. Where it fails for technical reasons, the token waits as an incident until the Update
 * `resolveIncident` has it tried again; other tokens go on.
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
      corrected = await incident(scope, element, key, messageOf(error));
    }
  }
}

function incident(
  scope: Scope,
  element: Element,
  key: string,
  message: string,
): Promise<JsonObject> {
  const { incidents, entries } = scope.instance;
  const nth = (entries.get(`incident ${key}`) ?? 0) + 1;
  entries.set(`incident ${key}`, nth);
  const name = nth === 1 ? key : `${key}#${nth}`;
  return wait<JsonObject>(scope, settle => {
    incidents.set(name, {
      state: { key: name, elementId: element.id, message, since: now() },
      answer: variables => settle.resolve(variables),
    });
    return () => incidents.delete(name);
  });
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? messageOf(error.cause) : error.message;
}
