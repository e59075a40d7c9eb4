import { cancelEvent, catcherOfError } from './boundary';
import type { Boundary } from './boundary';
import { compensate } from './compensation';
import type { Handlers, Outcome } from './element';
import { BpmnError } from './errors';
import { attempt } from './incident';
import { enter } from './instance';
import type { JsonObject } from './json';
import { mapEvent } from './mapping';
import { reopened } from './scope';
import type { Scope } from './scope';
import { TransactionCancelled } from './transaction';

/** The way out of an activity in which something was thrown: its boundary event, else it is thrown on. */
export async function leaveBy(
  scope: Scope,
  local: Scope,
  boundary: readonly Boundary[],
  error: unknown,
): Promise<Outcome> {
  if (scope.closed) throw error;
  if (error instanceof TransactionCancelled) {
    await compensate(reopened(local), error.log);
    const event = cancelEvent(boundary);
    if (!event) throw error;
    await take(scope, event, {});
    return event.id;
  }
  const event =
    error instanceof BpmnError ? catcherOfError(boundary, error) : undefined;
  if (!event || !(error instanceof BpmnError)) throw error;
  await take(scope, event, error.variables);
  return event.id;
}

/** The token goes on behind the boundary event, with what the event brought. */
export async function take(
  scope: Scope,
  event: Boundary,
  variables: JsonObject,
): Promise<void> {
  const key = enter(scope.instance, event);
  await attempt(scope, event, key, () =>
    mapEvent(scope, event.output, variables),
  );
}

/** Starts the flow of an event that does not interrupt; resolved when it has started. */
export function beside(
  scope: Scope,
  event: Boundary,
  variables: JsonObject,
  handlers: Handlers | undefined,
): Promise<void> {
  return new Promise(resolve => {
    scope.body?.spawn(async () => {
      await take(scope, event, variables);
      const flow = handlers?.[event.id]?.();
      resolve();
      await flow;
    });
  });
}
