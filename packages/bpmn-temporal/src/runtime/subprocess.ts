import { runActivity } from './activity';
import type { Activity } from './activity';
import { runBody } from './body';
import type { Handlers, Outcome } from './element';
import { childScope } from './scope';
import type { Scope } from './scope';

/** An embedded subprocess (10.3.5): an activity whose work is a flow of its own. */
export function subProcess(
  id: string,
  name: string,
  config: Omit<Activity, 'id' | 'name' | 'type'>,
) {
  const activity = { id, name, type: 'subProcess', ...config };
  return (
    scope: Scope,
    body: (inner: Scope) => Promise<void>,
    handlers?: Handlers,
  ): Promise<Outcome> =>
    runActivity(scope, activity, handlers, async local => {
      await runBody(childScope(local), body);
      return {};
    });
}
