import { runActivity } from './activity';
import type { Activity } from './activity';
import { runBody } from './body';
import { Terminated } from './errors';
import type { Handlers, Outcome } from './element';
import { condition, textOf, value } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import type { JsonValue } from './json';
import { childScope, interrupt, onInterrupt, writeLocal } from './scope';
import type { Scope } from './scope';

export interface AdHocConfig extends Omit<Activity, 'id' | 'name' | 'type'> {
  readonly sequential?: boolean;
  /** Ids of the activities to start; without it the Update `activateActivities` starts them. */
  readonly active?: Source;
  /** Asked when an activity has completed: is the subprocess through? */
  readonly until?: Source;
  /** Lets those go on that still run when it is. */
  readonly keepRemaining?: boolean;
  readonly collect?: { readonly into: string; readonly value: Source };
}

/** Flows from the activities that can be started, by their ids. */
export type Parts = {
  readonly [elementId: string]: (scope: Scope) => Promise<void>;
};

/** An ad-hoc subprocess (10.3.5, 13.3.5), as in Camunda 8: the activities that were chosen run, in any order. */
export function adHocSubProcess(id: string, name: string, config: AdHocConfig) {
  const activity = { id, name, type: 'adHocSubProcess', ...config };
  return (scope: Scope, parts: Parts, handlers?: Handlers): Promise<Outcome> =>
    runActivity(scope, activity, handlers, async (local, key, inner) => {
      const { active, collect } = config;
      const results: JsonValue[] = [];
      const chosen =
        active === undefined
          ? undefined
          : await attempt(local, activity, key, () =>
              idsOf(value(local, active), textOf(active), parts),
            );
      const flow = childScope(local, [], local.variables);
      const { log } = await runBody(flow, inside =>
        choose(inside, activity, key, parts, chosen, results),
      );
      inner.push(...log);
      if (collect)
        writeLocal(scope.body?.scope ?? scope, { [collect.into]: results });
      return {};
    });
}

function choose(
  scope: Scope,
  activity: Activity & AdHocConfig,
  key: string,
  parts: Parts,
  chosen: readonly string[] | undefined,
  results: JsonValue[],
): Promise<void> {
  const { sequential, until, keepRemaining, collect } = activity;
  const { adHocs } = scope.instance;
  return new Promise((resolve, reject) => {
    const queue: string[] = [];
    let active = 0;
    let ending = false;
    const next = () => {
      while (queue.length && !(sequential && active > 0)) {
        active += 1;
        run(queue.shift() ?? '').catch(reject);
      }
    };
    const run = async (id: string) => {
      const inner = childScope(scope);
      await parts[id]?.(inner);
      active -= 1;
      if (collect)
        results.push(
          await attempt(inner, activity, key, () =>
            value(inner, collect.value),
          ),
        );
      if (until !== undefined)
        ending ||= await attempt(inner, activity, key, () =>
          condition(inner, until),
        );
      interrupt(inner);
      if (ending) queue.length = 0;
      if (ending && active > 0 && !keepRemaining) reject(new Terminated(key));
      else if (
        active === 0 &&
        queue.length === 0 &&
        (ending || until === undefined)
      )
        resolve();
      else next();
    };
    const activate = (ids: readonly string[]) => {
      queue.push(...ids);
      next();
    };
    adHocs.set(key, {
      state: { key, elementId: activity.id, activities: Object.keys(parts) },
      activate: ids => activate(idsOf(ids, key, parts)),
    });
    onInterrupt(scope, () => adHocs.delete(key));
    if (chosen?.length === 0) resolve();
    else activate(chosen ?? []);
  });
}

function idsOf(answer: unknown, source: string, parts: Parts): string[] {
  const ids = Array.isArray(answer) ? answer.map(String) : undefined;
  const unknown = ids?.find(id => !Object.hasOwn(parts, id));
  if (ids && unknown === undefined) return ids;
  throw new Error(
    ids
      ? `${source} names ${JSON.stringify(
          unknown,
        )}, which can not be started; there are ${Object.keys(parts).join(
          ', ',
        )}`
      : `${source} is ${JSON.stringify(answer)}, no list of element ids`,
  );
}
