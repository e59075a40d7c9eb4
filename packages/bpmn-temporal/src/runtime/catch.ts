import { runActivity } from './activity';
import type { Activity } from './activity';
import type { Run } from './element';
import { attempt } from './incident';
import type { JsonObject } from './json';
import { arm } from './trigger';
import type { Trigger } from './trigger';
import { wait } from './wait';

/** An intermediate catch event or a receive task: the token waits for a message or a timer (10.5.4). */
export function catching(
  id: string,
  name: string,
  config: Omit<Activity, 'id' | 'name'> & Trigger,
): Run {
  const activity = { id, name, ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, async (local, key) => {
      const open = await attempt(local, activity, key, () =>
        arm(local, activity),
      );
      return wait<JsonObject>(local, settle => open(settle.resolve));
    });
}
