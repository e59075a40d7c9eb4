import { runActivity } from './activity';
import type { Activity } from './activity';
import type { Run } from './element';
import { attempt } from './incident';
import type { JsonObject } from './json';
import { isSteered } from './steering';
import { arm } from './trigger';
import type { Trigger, Triggers } from './trigger';
import { wait } from './wait';

export type CatchConfig = Omit<Activity, 'id' | 'name'> &
  Triggers<Trigger> & {
    /** What started the instance counts as having happened here (10.5.2, 10.6.6: several events start it together). */
    readonly starts?: boolean;
  };

/** An intermediate catch event or a receive task: the token waits until its event happens (10.5.4). */
export function catching(id: string, name: string, config: CatchConfig): Run {
  const activity = { id, name, ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, async (local, key, _, left) => {
      if (isSteered(scope.instance)) return {};
      const open = await attempt(local, activity, key, () =>
        arm(local, activity, left && local.instance.resumed),
      );
      return wait<JsonObject>(local, settle => open(settle.resolve));
    });
}
