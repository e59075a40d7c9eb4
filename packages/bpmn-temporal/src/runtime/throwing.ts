import { runActivity } from './activity';
import type { Activity } from './activity';
import { broadcast } from './broadcast';
import { compensateAll } from './compensation';
import { BpmnError, Cancelled, Terminated } from './errors';
import type { Run } from './element';
import { escalate } from './escalation';
import { noteEnd } from './event';
import { value } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import { execute } from './job';
import type { JobPolicy } from './policy';
import { failIfClosed } from './scope';
import type { Scope } from './scope';
import { isSteered } from './steering';

/** What an event throws (10.5.5). */
export type Throwing =
  | { readonly signal: Source }
  | { readonly escalation: string }
  /** Of one activity; undefined: of all that have completed. */
  | { readonly compensation: string | undefined }
  | {
      readonly job: string;
      readonly policy: JobPolicy;
      readonly headers?: { readonly [key: string]: string };
    }
  | { readonly error: string }
  | { readonly cancel: true }
  | { readonly terminate: true };

export interface ThrowConfig extends Omit<Activity, 'id' | 'name'> {
  readonly throws: readonly Throwing[];
}

/** An event that throws; several definitions one after the other, what ends the token last. */
export function throwEvent(id: string, name: string, config: ThrowConfig): Run {
  const activity = { id, name, ...config };
  return scope =>
    runActivity(scope, activity, undefined, async (local, key) => {
      for (const thrown of config.throws) {
        await attempt(local, activity, key, () =>
          throwOne(local, thrown, activity, key),
        );
        failIfClosed(local);
      }
      if (activity.type === 'endEvent') noteEnd(scope, id);
      return {};
    });
}

/** Throws from inside the scope; `key` is the activity id where it takes a command. */
export async function throwOne(
  scope: Scope,
  thrown: Throwing,
  element: Activity = { id: '', name: '', type: '' },
  key = element.id,
): Promise<void> {
  // In a test that decides what happens, only what ends or undoes something does.
  if (
    isSteered(scope.instance) &&
    ('signal' in thrown || 'escalation' in thrown)
  )
    return;
  if ('signal' in thrown) {
    const name = String(value(scope, thrown.signal));
    await broadcast(scope, element, key, name, { ...scope.variables });
  } else if ('escalation' in thrown) {
    await escalate(scope, thrown.escalation, { ...scope.variables });
  } else if ('compensation' in thrown) {
    await compensateAll(scope, thrown.compensation);
  } else if ('job' in thrown) {
    await execute(scope, { ...element, ...thrown }, key);
  } else if ('error' in thrown) {
    throw new BpmnError(thrown.error, `Error ${thrown.error} thrown by ${key}`);
  } else if ('cancel' in thrown) {
    throw new Cancelled(key);
  } else {
    throw new Terminated(key);
  }
}
