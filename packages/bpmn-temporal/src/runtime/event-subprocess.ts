import { runActivity } from './activity';
import type { Activity } from './activity';
import { runBody } from './body';
import type { Body } from './body';
import { armBoundary, errorCodes } from './boundary';
import type { Boundary } from './boundary';
import { storedLog } from './compensation';
import type { Compensation } from './compensation';
import type { Element } from './element';
import { attempt } from './incident';
import { enter } from './instance';
import type { JsonObject } from './json';
import { mapEvent } from './mapping';
import { takenOver } from './resume';
import { childScope, failIfClosed, onInterrupt } from './scope';
import type { Scope } from './scope';
import { steered } from './steering';

type Flow = (scope: Scope) => Promise<void>;

export interface EventSubProcessConfig
  extends Omit<Activity, 'id' | 'name' | 'type'> {
  /** Its start event. */
  readonly event: Boundary;
}

/**
 * An event subprocess (10.3.5, 13.5.4): listens while the process or subprocess around it runs. One that interrupts
 * ends all other tokens there; else it runs beside them, each time its event happens.
 */
export function eventSubProcess(
  id: string,
  name: string,
  config: EventSubProcessConfig,
) {
  const element = { id, name, type: 'eventSubProcess' };
  const { event } = config;
  return async (scope: Scope, flow: Flow): Promise<void> => {
    failIfClosed(scope);
    const { body, instance } = scope;
    if (!body) return;
    const run = (at: Scope, variables: JsonObject) =>
      handle(at, { ...element, ...config }, event, variables, flow, body.log);
    const armed = await attempt(body.watch, element, id, () =>
      armBoundary(body.scope, [event], body.takenOver && instance.resumed),
    );
    body.errors = [
      ...body.errors,
      ...errorCodes([event]).map(code => ({
        code,
        run: (at: Scope, error: { variables: JsonObject }) =>
          run(at, error.variables),
      })),
    ];
    body.scope.catches = body.errors.map(({ code }) => code);
    if (instance.left.has(id)) begin(body, event, at => run(at, {}));
    if (steered(instance, id) !== undefined) {
      begin(body, event, at => run(at, {}));
      return;
    }
    for (const { open } of armed) listen(body, event, open, run);
  };
}

function listen(
  body: Body,
  event: Boundary,
  open: ReturnType<typeof armBoundary>[number]['open'],
  run: (at: Scope, variables: JsonObject) => Promise<void>,
): void {
  if (body.watch.closed) return;
  const close = open(variables => {
    if (body.watch.closed) return;
    begin(body, event, at => run(at, variables));
  });
  if (body.watch.closed) close();
  else onInterrupt(body.watch, close);
}

function begin(body: Body, event: Boundary, run: Flow): void {
  if (event.interrupting) body.replace(run);
  else body.spawn(run);
}

/** Runs the flow inside, in a scope that sees what the event brought. */
export async function handle(
  scope: Scope,
  activity: Activity,
  event: Element & Pick<Boundary, 'output'>,
  variables: JsonObject,
  flow: Flow,
  around: Compensation[],
): Promise<void> {
  const { instance } = scope;
  const { id } = activity;
  await runActivity(
    scope,
    activity,
    undefined,
    async (local, _, inner, left, tells) => {
      const inside = childScope(local, [], local.variables);
      const before = takenOver(instance, id, left);
      if (!before) {
        const key = enter(instance, event);
        await attempt(inside, event, key, () =>
          mapEvent(inside, event.output, variables),
        );
      }
      tells.store = () => ({ log: storedLog(inside.body?.log ?? []) });
      const { log } = await runBody(inside, flow, around, before);
      inner.push(...log);
      return {};
    },
  );
}

/** A compensation event subprocess (10.7): undoes the subprocess that it stands in, and may have its parts undone. */
export function undoes(
  id: string,
  name: string,
  start: Element,
  flow: Flow,
): (scope: Scope, inner: Compensation[]) => Promise<void> {
  const element = { id, name, type: 'eventSubProcess' };
  return (scope, inner) => handle(scope, element, start, {}, flow, inner);
}
