import { childScope } from './scope';
import type { Scope } from './scope';
import type { JsonObject } from './json';

/** What undoes an activity: the handler at its boundary, or the compensation event subprocess inside of it (10.7). */
export interface Compensator {
  readonly id: string;
  /** True for an event subprocess: it sees the variables as they were when the activity completed. */
  readonly snapshot?: boolean;
  readonly run: (scope: Scope, inner: Compensation[]) => Promise<unknown>;
}

/** An instance of an activity that has completed: one entry each time. */
export interface Compensation {
  readonly activityId: string;
  readonly compensator: Compensator | undefined;
  /** Its variables at the end; what it ran inside, if it is a subprocess. */
  readonly variables: JsonObject;
  readonly inner: Compensation[];
}

/** Notes that an activity has completed, if there is something that undoes it. */
export function logCompleted(
  scope: Scope,
  local: Scope,
  activityId: string,
  compensator: Compensator | undefined,
  inner: Compensation[],
): void {
  if (!compensator && inner.length === 0) return;
  const variables =
    compensator?.snapshot || inner.length ? { ...local.variables } : {};
  scope.body?.log.push({ activityId, compensator, variables, inner });
}

/** Undoes what has completed, the last first; of one activity, or of all (13.5.5). Each is undone once. */
export async function compensate(
  scope: Scope,
  log: Compensation[],
  activityId?: string,
): Promise<void> {
  for (;;) {
    const at = log.findLastIndex(
      entry => activityId === undefined || entry.activityId === activityId,
    );
    const [entry] = at < 0 ? [] : log.splice(at, 1);
    if (!entry) return;
    await undo(scope, entry);
  }
}

async function undo(scope: Scope, entry: Compensation): Promise<void> {
  const { compensator, inner } = entry;
  if (compensator && !compensator.snapshot) {
    await compensator.run(scope, inner);
    return;
  }
  const inside = childScope(scope);
  Object.assign(inside.variables, entry.variables);
  if (compensator) await compensator.run(inside, inner);
  else await compensate(inside, inner);
}

/** What a compensation event without an activity means: all of the scope, for an event subprocess of the one around. */
export async function compensateAll(
  scope: Scope,
  activityId?: string,
): Promise<void> {
  const { body } = scope;
  if (!body) return;
  const logs = body.around ? [body.log, body.around] : [body.log];
  for (const log of logs) await compensate(scope, log, activityId);
}
