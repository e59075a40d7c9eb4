import type { Activity } from './activity';
import { condition, textOf, value } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import type { JsonValue } from './json';
import type { InstancesDone } from './resumable';
import { childScope, interrupt, writeLocal } from './scope';
import type { Scope } from './scope';
import { isLong, isPlace, pause } from './stay';
import { throwOne } from './throwing';
import type { Throwing } from './throwing';

/** Multi-instance (10.3.9): one instance for each item of a list, or a number of them. */
export interface Instances {
  /** A list, or how many. */
  readonly in: Source;
  /** The variable that holds the item. */
  readonly as?: string;
  readonly sequential?: boolean;
  /** How many run at a time; 100 unless it is said. */
  readonly atOnce?: number;
  /** Ends those that still run when it becomes true. */
  readonly until?: Source;
  /** A list of what each instance ends with. */
  readonly collect?: { readonly into: string; readonly value: Source };
  /** Events that are thrown when instances complete. */
  readonly throws?: readonly {
    readonly when?: 'first' | Source;
    readonly throws: Throwing;
  }[];
}

const defaultAtOnce = 100;

export async function instances(
  local: Scope,
  activity: Activity,
  marker: Instances,
  before: InstancesDone | undefined,
  once: (inner: Scope) => Promise<void>,
): Promise<void> {
  const items = await attempt(local, activity, activity.id, () =>
    itemsOf(local, marker.in),
  );
  const results: JsonValue[] = items.map(() => null);
  const { collect } = marker;
  if (collect) writeLocal(local, { [collect.into]: results });
  const count = { completed: 0, active: 0 };
  const open = new Set<Scope>();
  const { instance, parent: around = local } = local;
  let next = before?.next ?? 0;
  let over = false;
  if (before) {
    count.completed = before.completed;
    before.results.forEach((result, at) => {
      results[at] = result;
    });
  }
  const atOnce = marker.sequential ? 1 : marker.atOnce ?? defaultAtOnce;
  // A long one ends the run now and then: nothing new begins, and when all that runs has ended a new run can go on.
  let mayDrain = next;
  const drains = () =>
    next > mayDrain && isPlace(instance, activity.id) && isLong();

  const run = async (at: number) => {
    const inner = childScope(local);
    const item = items[at] ?? null;
    writeLocal(inner, {
      ...(marker.as ? { [marker.as]: item } : {}),
      loopCounter: at + 1,
    });
    open.add(inner);
    count.active += 1;
    await once(inner);
    count.active -= 1;
    count.completed += 1;
    open.delete(inner);
    if (collect)
      results[at] = await attempt(inner, activity, activity.id, () =>
        value(inner, collect.value),
      );
    writeLocal(local, counters(items.length, count));
    await throwEvents(inner, marker, count.completed);
    const { until } = marker;
    if (until !== undefined)
      over ||= await attempt(inner, activity, activity.id, () =>
        condition(inner, until),
      );
    interrupt(inner);
  };
  const lane = async () => {
    while (next < items.length && !over && !local.closed && !drains())
      await run(next++);
  };
  const isOver = () => over;
  const store = () => ({
    key: activity.id,
    variables: local.variables,
    instances: { next, completed: count.completed, results },
  });
  for (;;) {
    const lanes = Array.from({ length: Math.min(atOnce, items.length) }, lane);
    await settled(lanes, isOver, open);
    if (next >= items.length || over) break;
    await pause(local, activity.id, store);
    // the run goes on, since something else is under way: as many again, before it is tried anew
    mayDrain = next + atOnce;
  }
  // To the process or subprocess around, as Zeebe does, even if the name is known further outside.
  if (collect)
    writeLocal(around.body?.scope ?? around, { [collect.into]: results });
}

/** Waits for all lanes; once the completion condition holds, ends those that still run. */
function settled(
  lanes: readonly Promise<void>[],
  isOver: () => boolean,
  open: Set<Scope>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = lanes.length;
    if (left === 0) resolve();
    const check = () => {
      left -= 1;
      if (isOver()) {
        for (const scope of open) interrupt(scope);
        resolve();
      } else if (left === 0) resolve();
    };
    for (const lane of lanes)
      lane.then(check, (error: unknown) => {
        if (!isOver()) reject(error);
      });
  });
}

function counters(total: number, count: { completed: number; active: number }) {
  return {
    numberOfInstances: total,
    numberOfActiveInstances: count.active,
    numberOfCompletedInstances: count.completed,
    numberOfTerminatedInstances: 0,
  };
}

function itemsOf(scope: Scope, source: Source): JsonValue[] {
  const answer = value(scope, source);
  if (Array.isArray(answer)) return answer;
  const number = typeof answer === 'string' ? Number(answer) : answer;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0)
    return Array.from({ length: number }, (_, at) => at + 1);
  throw new Error(
    `The instances ${textOf(source)} are ${JSON.stringify(
      answer,
    )}, neither a list nor a number of them`,
  );
}

async function throwEvents(
  scope: Scope,
  { throws = [] }: Instances,
  completed: number,
): Promise<void> {
  for (const { when, throws: thrown } of throws)
    if (
      when === undefined ||
      (when === 'first' ? completed === 1 : condition(scope, when))
    )
      await throwOne(scope, thrown);
}
