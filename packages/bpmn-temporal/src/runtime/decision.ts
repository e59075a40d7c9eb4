import { runActivity } from './activity';
import type { Activity } from './activity';
import type { Run } from './element';
import { attempt } from './incident';
import { toJson } from './json';
import type { JsonObject } from './json';
import { visible } from './scope';

export interface DecisionConfig extends Omit<Activity, 'id' | 'name'> {
  /** The decision, over the variables. */
  readonly decide: (variables: JsonObject) => unknown;
  /** The variable that takes the answer. */
  readonly result: string;
}

/** A business rule task that calls a decision (zeebe:calledDecision), made in the workflow; makes no command. */
export function decision(
  id: string,
  name: string,
  config: DecisionConfig,
): Run {
  const activity = { id, name, ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, (local, key) =>
      attempt(local, activity, key, () => ({
        [config.result]: toJson(config.decide(visible(local))),
      })),
    );
}
