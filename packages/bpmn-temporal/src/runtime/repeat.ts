import type { Activity } from './activity';
import { condition, textOf, value } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import { instances } from './instances';
import type { Instances } from './instances';
import type { StoredStay } from './resumable';
import { childScope, interrupt, writeLocal } from './scope';
import type { Scope } from './scope';
import { isLong, isPlace, pause } from './stay';

/** The loop marker of an activity (10.3.8, 10.3.9). */
export type Repeat = Loop | Instances;

/** Runs again while the condition holds, asked before or after each turn, at most so many times. */
export interface Loop {
  readonly while?: Source;
  readonly testBefore?: boolean;
  readonly maximum?: Source;
}

/** Runs an activity as often as its marker says; `once` runs one instance in a scope of its own. */
export function repeat(
  local: Scope,
  activity: Activity,
  marker: Repeat,
  left: StoredStay | undefined,
  once: (inner: Scope) => Promise<void>,
): Promise<void> {
  return 'in' in marker
    ? instances(local, activity, marker, left?.instances, once)
    : loop(local, activity, marker, left?.turns ?? 0, once);
}

async function loop(
  local: Scope,
  activity: Activity,
  marker: Loop,
  turns: number,
  once: (inner: Scope) => Promise<void>,
): Promise<void> {
  const { id } = activity;
  const maximum = await attempt(local, activity, id, () =>
    maximumOf(local, marker.maximum),
  );
  for (let turn = turns + 1; turn <= maximum; turn += 1) {
    if (turn > turns + 1 && isPlace(local.instance, id) && isLong())
      await pause(local, id, () => ({
        key: id,
        variables: local.variables,
        turns: turn - 1,
      }));
    writeLocal(local, { loopCounter: turn });
    if ((marker.testBefore || turn > 1) && marker.while !== undefined) {
      const { while: source } = marker;
      if (!(await attempt(local, activity, id, () => condition(local, source))))
        return;
    }
    const inner = childScope(local);
    await once(inner);
    interrupt(inner);
  }
}

function maximumOf(scope: Scope, source: Source | undefined): number {
  if (source === undefined) return Infinity;
  const maximum = Number(value(scope, source));
  if (Number.isInteger(maximum) && maximum >= 0) return maximum;
  throw new Error(`The loop maximum ${textOf(source)} is no whole number`);
}
