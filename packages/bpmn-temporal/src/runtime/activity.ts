import { armBoundary, errorCodes } from './boundary';
import type { Boundary } from './boundary';
import { logCompleted } from './compensation';
import type { Compensation, Compensator } from './compensation';
import { Skipped } from './errors';
import type { Element, Handlers, Outcome } from './element';
import { attempt, attemptNow, isPromise } from './incident';
import { arrive, keyOf, now, visit } from './instance';
import type { JsonObject } from './json';
import { mapInput, mapOutput } from './mapping';
import type { Mapping } from './mapping';
import { repeat } from './repeat';
import type { Repeat } from './repeat';
import type { StoredStay } from './resumable';
import { ask, branchesInside, leftAt, mustAsk } from './resume';
import {
  childScope,
  failIfClosed,
  interrupt,
  merge,
  onInterrupt,
  writeLocal,
} from './scope';
import type { Scope } from './scope';
import { stayAt } from './stay';
import { steered } from './steering';
import { beside, leaveBy, take } from './way-out';

export interface Activity extends Element {
  readonly input?: Mapping;
  readonly output?: Mapping;
  readonly boundary?: readonly Boundary[];
  readonly compensation?: Compensator;
  readonly repeat?: Repeat;
}

/**
 * What the activity does; the answer are the variables that it results in. In a new run it goes on with what was left, and
 * to `tells` it adds what the next run has to know.
 */
export type Work = (
  local: Scope,
  key: string,
  inner: Compensation[],
  left: StoredStay | undefined,
  tells: Telling,
) => Promise<JsonObject>;

/** What is to be told of a stay, besides key and variables. */
export interface Telling {
  store?: () => StoredStay;
}

/** Runs an activity with its mappings and boundary events; answers the id of the boundary event that interrupted it. */
export function runActivity(
  scope: Scope,
  activity: Activity,
  handlers: Handlers | undefined,
  work: Work,
): Promise<Outcome> {
  try {
    failIfClosed(scope);
    const run =
      activity.boundary?.length || activity.repeat ? runWatched : runPlain;
    return mustAsk(scope.instance, activity.id)
      ? ask(scope, activity.id, () => run(scope, activity, work, handlers))
      : run(scope, activity, work, handlers);
  } catch (error) {
    return Promise.reject(error);
  }
}

async function runWatched(
  scope: Scope,
  activity: Activity,
  work: Work,
  handlers: Handlers | undefined,
): Promise<Outcome> {
  const { instance } = scope;
  const { boundary = [] } = activity;
  const left = leftAt(instance, activity.id);
  if (!left) visit(instance, activity);
  const key =
    left?.key ?? (activity.repeat ? activity.id : keyOf(instance, activity));
  const since = left?.since ?? now();
  const leave = arrive(instance, activity, since);
  const local = childScope(scope, errorCodes(boundary), left?.variables);
  const tells: Telling = {};
  const goes = activity.repeat
    ? () => {}
    : stayAt(instance, activity.id, () => told(local, key, since, tells));
  const wanted = boundary.length ? steered(instance, activity.id) : undefined;
  if (!activity.repeat) correctable(scope, local, activity);
  const once = (around: Scope, inner: Scope, own: string) =>
    perform(around, inner, activity, own, work, stopWatching, left, tells);
  const conditional: (() => void)[] = [];
  const stopWatching = () => conditional.forEach(close => close());
  try {
    const armed = await attempt(local, activity, key, () => {
      if (!activity.repeat && !left) mapInput(local, activity.input);
      return armBoundary(local, boundary, left && instance.resumed);
    });
    return await new Promise<Outcome>((resolve, reject) => {
      const started: Promise<void>[] = [];
      for (const { event, conditional: byCondition, open } of armed) {
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
        if (byCondition) conditional.push(close);
        if (local.closed) close();
        else onInterrupt(local, close);
      }
      const forced = boundary.find(({ id }) => id === wanted);
      if (forced?.interrupting) {
        interrupt(local);
        take(scope, forced, {}).then(() => resolve(forced.id), reject);
      } else if (forced) started.push(beside(scope, forced, {}, handlers));
      if (local.closed) {
        if (scope.closed) failLater(reject, scope);
        return;
      }
      for (const id of branchesInside(instance, activity.id)?.keys() ?? [])
        if (id) scope.body?.spawn(async () => handlers?.[id]?.());
      const finish = activity.repeat
        ? repeat(local, activity, activity.repeat, left, inner =>
            enterAgain(local, inner, activity, once),
          )
        : once(scope, local, key);
      finish.then(
        () => {
          if (local.closed && !scope.closed) return;
          interrupt(local);
          if (started.length === 0) resolve(undefined);
          else Promise.all(started).then(() => resolve(undefined), reject);
        },
        (error: unknown) => {
          if (local.closed && !scope.closed) return;
          interrupt(local);
          leaveBy(scope, local, boundary, error).then(resolve, reject);
        },
      );
    });
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    merge(scope, error.variables);
    return undefined;
  } finally {
    interrupt(local);
    goes();
    leave();
  }
}

function told(
  { variables }: Scope,
  key: string,
  since: string,
  { store }: Telling,
): StoredStay {
  return { key, since, variables, ...store?.() };
}

/** Without boundary events and loop marker, as most are: nothing has to be watched. */
function runPlain(
  scope: Scope,
  activity: Activity,
  work: Work,
): Promise<Outcome> {
  const { instance } = scope;
  const left = leftAt(instance, activity.id);
  if (!left) visit(instance, activity);
  const key = left?.key ?? keyOf(instance, activity);
  const since = left?.since ?? now();
  const leave = arrive(instance, activity, since);
  const local = childScope(scope, [], left?.variables);
  correctable(scope, local, activity);
  const inner: Compensation[] = [];
  const tells: Telling = {};
  const goes = stayAt(instance, activity.id, () =>
    told(local, key, since, tells),
  );
  const end = () => {
    instance.scopes.delete(key);
    interrupt(local);
    goes();
    leave();
  };
  const completed = () => {
    end();
    logCompleted(scope, local, activity.id, activity.compensation, inner);
    return undefined;
  };
  const failed = (error: unknown) => {
    if (error instanceof Skipped) {
      merge(scope, error.variables);
      // what is skipped before it begins has not completed
      if (instance.scopes.has(key)) return completed();
      end();
      return undefined;
    }
    interrupt(local);
    return leaveBy(scope, local, [], error).finally(end);
  };
  const begin = () => {
    failIfClosed(scope);
    instance.scopes.set(key, local);
    return work(local, key, inner, left, tells);
  };
  const put = (result: JsonObject) => {
    const mapped = attemptNow(local, activity, key, () =>
      mapOutput(scope, local, activity.output, result),
    );
    return isPromise(mapped) ? mapped.then(completed, failed) : completed();
  };
  try {
    const mapped = attemptNow(local, activity, key, () => {
      if (!left) mapInput(local, activity.input);
    });
    const done = isPromise(mapped) ? mapped.then(begin) : begin();
    return done.then(put, failed);
  } catch (error) {
    return Promise.resolve(failed(error));
  }
}

function failLater(reject: (error: unknown) => void, scope: Scope): void {
  try {
    failIfClosed(scope);
  } catch (error) {
    reject(error);
  }
}

type Once = (around: Scope, inner: Scope, key: string) => Promise<void>;

/** One instance of a multi-instance or loop activity: variables and a key of its own. */
async function enterAgain(
  around: Scope,
  inner: Scope,
  activity: Activity,
  once: Once,
): Promise<void> {
  const key = keyOf(inner.instance, activity);
  const leave = arrive(inner.instance, activity);
  correctable(around, inner, activity);
  try {
    await attempt(inner, activity, key, () => mapInput(inner, activity.input));
    await once(around, inner, key);
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    merge(around, error.variables);
  } finally {
    leave();
  }
}

/** Does the work, maps its result, and notes that it can be undone. */
async function perform(
  around: Scope,
  local: Scope,
  activity: Activity,
  key: string,
  work: Work,
  stopWatching: () => void,
  left: StoredStay | undefined,
  tells: Telling,
): Promise<void> {
  const inner: Compensation[] = [];
  const { scopes } = local.instance;
  scopes.set(key, local);
  try {
    // each turn of an activity that repeats begins anew
    const inside = activity.repeat ? undefined : left;
    const result = await work(local, key, inner, inside, tells);
    if (!activity.repeat) stopWatching();
    const mapped = attemptNow(local, activity, key, () =>
      mapOutput(around, local, activity.output, result),
    );
    if (isPromise(mapped)) await mapped;
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    merge(around, error.variables);
  } finally {
    scopes.delete(key);
  }
  logCompleted(around, local, activity.id, activity.compensation, inner);
}

/** Corrected variables count around the activity, and inside, where they are its input. */
function correctable(around: Scope, local: Scope, activity: Activity): void {
  local.amend = corrected => {
    merge(around, corrected);
    mapInput(local, activity.input);
    for (const [target] of activity.input ?? [])
      if (Object.hasOwn(corrected, target))
        writeLocal(local, { [target]: corrected[target] ?? null });
  };
}
