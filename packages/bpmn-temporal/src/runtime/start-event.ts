import { Skipped } from './errors';
import type { Run } from './element';
import { attempt } from './incident';
import { enter } from './instance';
import type { JsonObject } from './json';
import { mapEvent } from './mapping';
import type { Mapping } from './mapping';
import { ask, mustAsk } from './resume';
import { failIfClosed, merge } from './scope';
import type { Scope } from './scope';

export interface StartEventConfig {
  readonly type: string;
  readonly output: Mapping;
  /** The variables of the start are those of a message or signal, of which the process gets what is mapped. */
  readonly brings?: boolean;
}

/** An event that starts the process, with output mappings (Camunda 8: variables of a message are mapped, else merged). */
export function startEvent(
  id: string,
  name: string,
  { type, output, brings }: StartEventConfig,
): Run {
  const event = { id, name, type };
  const begin = async (scope: Scope) => {
    const key = enter(scope.instance, event);
    const brought = brings ? takeOut(scope) : {};
    try {
      await attempt(scope, event, key, () => mapEvent(scope, output, brought));
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      merge(scope, error.variables);
    }
    return undefined;
  };
  return async scope => {
    failIfClosed(scope);
    return mustAsk(scope.instance, id)
      ? ask(scope, id, () => begin(scope))
      : begin(scope);
  };
}

/** What the process was started with, which it does not have any more. */
function takeOut({ parent, variables }: Scope): JsonObject {
  if (parent) return takeOut(parent);
  const taken = { ...variables };
  for (const name of Object.keys(taken)) delete variables[name];
  return taken;
}
