import { ofWorkflow } from './of-workflow';
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

const compensators = ofWorkflow(() => new Map<string, Compensator>());

/** Makes it known by its id, so that a new run finds it. */
export function compensator(given: Compensator): Compensator {
  compensators().set(given.id, given);
  return given;
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
  undoes: Compensator | undefined,
  inner: Compensation[],
): void {
  if (!undoes && inner.length === 0) return;
  const variables =
    undoes?.snapshot || inner.length ? { ...local.variables } : {};
  scope.body?.log.push({ activityId, compensator: undoes, variables, inner });
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
  const { compensator: undoes, inner } = entry;
  if (undoes && !undoes.snapshot) {
    await undoes.run(scope, inner);
    return;
  }
  const inside = childScope(scope);
  Object.assign(inside.variables, entry.variables);
  if (undoes) await undoes.run(inside, inner);
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

/** An entry of the log as data, for a new run. */
export interface StoredCompensation {
  readonly activityId: string;
  readonly compensator?: string;
  readonly variables: JsonObject;
  readonly inner: readonly StoredCompensation[];
}

export function storedLog(log: readonly Compensation[]): StoredCompensation[] {
  return log.map(({ activityId, compensator: undoes, variables, inner }) => ({
    activityId,
    ...(undoes ? { compensator: undoes.id } : {}),
    variables,
    inner: storedLog(inner),
  }));
}

export function restoreLog(log: readonly StoredCompensation[]): Compensation[] {
  return log.map(entry => ({
    activityId: entry.activityId,
    compensator:
      entry.compensator === undefined
        ? undefined
        : compensators().get(entry.compensator),
    variables: entry.variables,
    inner: restoreLog(entry.inner),
  }));
}
