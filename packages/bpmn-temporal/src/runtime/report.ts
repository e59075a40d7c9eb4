import { storedLog } from './compensation';
import type { JsonObject, JsonValue } from './json';
import type { Scope } from './scope';

/** What makes up where an instance is; two builds that agree on it after one history go on alike. */
export interface Standing {
  readonly tokens: readonly string[];
  readonly userTasks: readonly string[];
  readonly incidents: readonly string[];
  readonly messages: readonly string[];
  readonly signals: readonly string[];
  readonly timers: readonly (readonly [elementId: string, due: number])[];
  readonly called: readonly string[];
  readonly variables: JsonObject;
  /** Variables of the activities that are open. */
  readonly local: JsonObject;
  readonly compensations: JsonValue;
}

let listener: ((standing: Standing) => void) | undefined;

/** From now on every state in which the instance comes to rest is told. */
export function reportTo(listens: (standing: Standing) => void): void {
  listener = listens;
}

export function report(root: Scope): void {
  listener?.(standingOf(root));
}

function standingOf({ instance, variables, body }: Scope): Standing {
  const {
    tokens,
    userTasks,
    incidents,
    inbox,
    signals,
    timers,
    calls,
    scopes,
  } = instance;
  return {
    tokens: [...tokens].map(({ elementId }) => elementId).sort(),
    userTasks: [...userTasks.keys()].sort(),
    incidents: [...incidents.keys()].sort(),
    messages: [...inbox.subscriptions]
      .map(one =>
        [one.elementId, one.messageName, one.correlationKey].join(' '),
      )
      .sort(),
    signals: [...signals]
      .map(({ elementId, signalName }) => `${elementId} ${signalName}`)
      .sort(),
    timers: [...timers]
      .map(([id, { due }]): [string, number] => [id, due])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    called: [...calls.keys()].sort(),
    variables,
    local: Object.fromEntries(
      [...scopes].map(([key, scope]) => [key, scope.variables]),
    ),
    compensations: storedLog(body?.log ?? []) as unknown as JsonValue,
  };
}
