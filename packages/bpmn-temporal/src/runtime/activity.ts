import { BpmnError } from './errors';
import type { Element, Handlers, Outcome } from './element';
import { attempt } from './incident';
import { arrive, enter } from './instance';
import type { JsonObject } from './json';
import { mapEvent, mapInput, mapOutput } from './mapping';
import type { Mapping } from './mapping';
import {
  childScope,
  failIfClosed,
  interrupt,
  merge,
  onInterrupt,
} from './scope';
import type { Scope } from './scope';
import { arm } from './trigger';
import type { Catching } from './trigger';

/** An event on the border of an activity (10.5.4): it interrupts, or it starts a flow beside the activity. */
export type Boundary =
  | (Element & { readonly error: string | undefined })
  | (Catching & { readonly interrupting: boolean });

export interface Activity extends Element {
  readonly input?: Mapping;
  readonly output?: Mapping;
  readonly boundary?: readonly Boundary[];
}

/** What the activity does; the answer are the variables that it results in. */
export type Work = (local: Scope, key: string) => Promise<JsonObject>;

/** Runs an activity with its mappings and boundary events; answers the id of the boundary event that interrupted it. */
export async function runActivity(
  scope: Scope,
  activity: Activity,
  handlers: Handlers | undefined,
  work: Work,
): Promise<Outcome> {
  failIfClosed(scope);
  const key = enter(scope.instance, activity);
  const leave = arrive(scope.instance, activity);
  const boundary = activity.boundary ?? [];
  const local = childScope(scope, boundary.flatMap(errorCode));
  local.amend = corrected => amend(scope, local, activity, corrected);
  try {
    const armed = await attempt(local, activity, key, () => {
      mapInput(local, activity.input);
      return boundary.flatMap(event =>
        'error' in event ? [] : [{ event, open: arm(local, event) }],
      );
    });
    return await new Promise<Outcome>((resolve, reject) => {
      const started: Promise<void>[] = [];
      for (const { event, open } of armed) {
        if (local.closed) break;
        const close = open(variables => {
          if (local.closed) return;
          if (event.interrupting) {
            interrupt(local);
            take(scope, event, variables).then(() => resolve(event.id), reject);
          } else {
            started.push(beside(scope, event, variables, handlers));
          }
        });
        if (local.closed) close();
        else onInterrupt(local, close);
      }
      if (local.closed) return;
      const finish = async () => {
        const result = await work(local, key);
        await attempt(local, activity, key, () =>
          mapOutput(scope, local, activity.output, result),
        );
      };
      finish().then(
        () => {
          if (local.closed && !scope.closed) return;
          interrupt(local);
          Promise.all(started).then(() => resolve(undefined), reject);
        },
        (error: unknown) => {
          const catcher = scope.closed ? undefined : catcherOf(boundary, error);
          if (local.closed && !scope.closed) return;
          interrupt(local);
          if (!catcher || !(error instanceof BpmnError)) {
            reject(error);
            return;
          }
          take(scope, catcher, error.variables).then(
            () => resolve(catcher.id),
            reject,
          );
        },
      );
    });
  } finally {
    interrupt(local);
    leave();
  }
}

/** Corrected variables count around the activity, and inside, where they are its input. */
function amend(
  scope: Scope,
  local: Scope,
  activity: Activity,
  corrected: JsonObject,
): void {
  merge(scope, corrected);
  mapInput(local, activity.input);
  for (const [target] of activity.input ?? [])
    if (Object.hasOwn(corrected, target))
      local.variables[target] = corrected[target] ?? null;
}

/** The token goes on behind the boundary event, with what the event brought. */
async function take(
  scope: Scope,
  event: Element & { readonly output?: Mapping },
  variables: JsonObject,
): Promise<void> {
  const key = enter(scope.instance, event);
  await attempt(scope, event, key, () =>
    mapEvent(scope, event.output, variables),
  );
}

/** Starts the flow of an event that does not interrupt; resolved when it has started. */
function beside(
  scope: Scope,
  event: Element,
  variables: JsonObject,
  handlers: Handlers | undefined,
): Promise<void> {
  return new Promise(resolve => {
    scope.spawn(async () => {
      await take(scope, event, variables);
      const flow = handlers?.[event.id]?.();
      resolve();
      await flow;
    });
  });
}

function errorCode(event: Boundary): (string | undefined)[] {
  return 'error' in event ? [event.error] : [];
}

/** The event for the code, before the one for all codes. */
function catcherOf(
  boundary: readonly Boundary[],
  error: unknown,
): Boundary | undefined {
  if (!(error instanceof BpmnError)) return undefined;
  const events = boundary.filter(event => 'error' in event);
  return (
    events.find(event => event.error === error.code) ??
    events.find(event => event.error === undefined)
  );
}
