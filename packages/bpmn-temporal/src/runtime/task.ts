import { runActivity } from './activity';
import type { Activity } from './activity';
import type { Run } from './element';
import { value } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';

type Config = Omit<Activity, 'id' | 'name'>;

/** A script in FEEL (zeebe:script), computed in the workflow; makes no command. */
export function script(
  id: string,
  name: string,
  config: Config & { readonly feel: Source; readonly result: string },
): Run {
  const activity = { id, name, ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, (local, key) =>
      attempt(local, activity, key, () => ({
        [config.result]: value(local, config.feel),
      })),
    );
}

/** A task that nothing has to be done for: undefined and manual tasks (10.3.3). */
export function passTask(id: string, name: string, config: Config): Run {
  const activity = { id, name, ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, async () => ({}));
}
