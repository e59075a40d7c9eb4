import { runBranches } from './body';
import type { Outcome, Run } from './element';
import { pass } from './event';
import { condition } from './feel';
import type { Source } from './feel';
import { attempt, attemptNow, isPromise } from './incident';
import { arrive, enter, now } from './instance';
import type { JsonObject } from './json';
import { mapEvent } from './mapping';
import { ask, branchesInside, leftAt, mustAsk } from './resume';
import { failIfClosed } from './scope';
import type { Scope } from './scope';
import { stayAt } from './stay';
import { arm } from './trigger';
import type { Catching } from './trigger';
import { steered } from './steering';
import { wait } from './wait';

/** Conditions by flow, in the order in which the flows are drawn in the file. */
export interface ExclusiveConfig {
  readonly flows: readonly (readonly [flowId: string, condition: Source])[];
  readonly otherwise?: string;
  /** The flows leave an activity or event: there is no gateway to be seen. */
  readonly implied?: boolean;
}

/** Answers the one flow that is taken (10.6.2). */
export function exclusiveGateway(
  id: string,
  name: string,
  config: ExclusiveConfig,
): Run {
  const gateway = { id, name, type: 'exclusiveGateway' };
  const place = config.implied ? `${id}/fork` : id;
  // Each answer is one promise for all: the SDK takes a stack trace of each that is made.
  const answers = new Map<string, Promise<Outcome>>();
  const answer = (flowId: string) => {
    const known = answers.get(flowId) ?? Promise.resolve(flowId);
    answers.set(flowId, known);
    return known;
  };
  const decide = (scope: Scope): Promise<Outcome> => {
    const { instance } = scope;
    const key = config.implied ? id : enter(instance, gateway);
    const flow = attemptNow(scope, gateway, key, () =>
      choose(scope, id, config),
    );
    if (!isPromise(flow)) return answer(flow);
    return config.implied ? flow : flow.finally(arrive(instance, gateway));
  };
  return scope => {
    try {
      failIfClosed(scope);
      return mustAsk(scope.instance, place)
        ? ask(scope, place, () => decide(scope))
        : decide(scope);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

function choose(scope: Scope, id: string, config: ExclusiveConfig): string {
  const forced = config.implied ? undefined : steered(scope.instance, id);
  if (forced !== undefined) return forced;
  for (const [flowId, source] of config.flows)
    if (condition(scope, source)) return flowId;
  if (config.otherwise !== undefined) return config.otherwise;
  throw new Error(`No flow of ${id} is taken, and there is no default flow`);
}

/** Waits for the first of several events and answers its id (10.6.6). */
export function eventGateway(
  id: string,
  name: string,
  events: readonly Catching[],
): Run {
  const gateway = { id, name, type: 'eventBasedGateway' };
  const waitFor = async (scope: Scope) => {
    const { instance } = scope;
    const left = leftAt(instance, id);
    const key = left?.key ?? enter(instance, gateway);
    const since = left?.since ?? now();
    const leave = arrive(instance, gateway, since);
    const goes = stayAt(instance, id, () => ({ key, since }));
    try {
      const wanted = steered(scope.instance, id);
      const forced = events.find(event => event.id === wanted);
      if (forced) {
        enter(scope.instance, forced);
        return forced.id;
      }
      const armed = await attempt(scope, gateway, key, () =>
        events.map(event => ({
          event,
          open: arm(scope, event, left && instance.resumed),
        })),
      );
      const { event, variables } = await first(scope, armed);
      const eventKey = enter(scope.instance, event);
      await attempt(scope, event, eventKey, () =>
        mapEvent(scope, event.output, variables),
      );
      return event.id;
    } finally {
      goes();
      leave();
    }
  };
  return async scope => {
    failIfClosed(scope);
    return mustAsk(scope.instance, id)
      ? ask(scope, id, () => waitFor(scope))
      : waitFor(scope);
  };
}

type Armed = {
  readonly event: Catching;
  readonly open: ReturnType<typeof arm>;
};
type Caught = {
  readonly event: Catching;
  readonly variables: JsonObject;
};

function first(scope: Scope, armed: readonly Armed[]): Promise<Caught> {
  return wait<Caught>(scope, settle => {
    const closes: (() => void)[] = [];
    let done = false;
    const take = (event: Catching) => (variables: JsonObject) => {
      done = settle.resolve({ event, variables });
    };
    for (const { event, open } of armed)
      if (!done) closes.push(open(take(event)));
    return () => closes.forEach(close => close());
  });
}

/** A parallel block: from the gateway that forks to the one that joins, if the branches do not end by themselves (10.6.4). */
export function parallelGateway(
  id: string,
  name: string,
  joinId?: string,
  joinName = '',
) {
  const type = 'parallelGateway';
  const join = joinId === undefined ? undefined : pass(joinId, joinName, type);
  return async (
    scope: Scope,
    ...branches: readonly (() => Promise<void>)[]
  ): Promise<void> => {
    failIfClosed(scope);
    const { instance } = scope;
    const run = async () => {
      const inside = branchesInside(instance, id);
      if (!inside) enter(instance, { id, name, type });
      await runBranches(branches, inside);
      await join?.(scope);
      return undefined;
    };
    await (mustAsk(instance, id) ? ask(scope, id, run) : run());
  };
}
