import { workflowInfo } from '@temporalio/workflow';
import type { Instance } from './instance';
import type { StoredStay } from './resumable';
import type { Scope } from './scope';
import { wait } from './wait';

/** A token, or what is around tokens, at a place of the drawing. */
export interface Stay {
  /** What a new run has to know; undefined for a token that waits at a join, which the marking of its region tells. */
  readonly store: (() => StoredStay) | undefined;
  /** Lets a token go on that only paused. */
  readonly release?: () => void;
}

/** Notes the stay; the answer ends it. */
export function stay(instance: Instance, id: string, given: Stay): () => void {
  const there = instance.stays.get(id);
  if (there) there.add(given);
  else instance.stays.set(id, new Set([given]));
  return () => {
    const left = instance.stays.get(id);
    left?.delete(given);
    if (left?.size === 0) instance.stays.delete(id);
  };
}

/** Notes the stay, if a new run can begin there; the answer ends it. */
export function stayAt(
  instance: Instance,
  id: string,
  store: () => StoredStay,
): () => void {
  return isPlace(instance, id) ? stay(instance, id, { store }) : nothing;
}

const nothing = () => {};

/** Whether the place is one with which a new run can begin. */
export function isPlace({ resumable }: Instance, id: string): boolean {
  return Object.hasOwn(resumable, id);
}

/** Whether the history is so long that a run should end where it can. */
export function isLong(): boolean {
  return workflowInfo().continueAsNewSuggested;
}

/** Lets the token wait until all others have come to rest: there the run ends, or the token goes on. */
export function pause(
  scope: Scope,
  id: string,
  store: () => StoredStay = () => ({}),
): Promise<void> {
  return wait<void>(scope, settle =>
    stay(scope.instance, id, {
      store: () => ({ ...store(), paused: true }),
      release: () => settle.resolve(),
    }),
  );
}
