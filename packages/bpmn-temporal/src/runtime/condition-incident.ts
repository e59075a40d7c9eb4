import { Interrupted, Skipped } from './errors';
import type { Element } from './element';
import { attempt } from './incident';
import type { JsonObject } from './json';
import { childScope, interrupt } from './scope';
import type { Scope } from './scope';

/** The incident of a condition that can not be asked any more, beside the wait for it. */
export interface ConditionIncident {
  /** Opens it; `again` asks anew when it was resolved, `skipped` goes on as if the event had happened. */
  open(again: () => void, skipped: (variables: JsonObject) => void): void;
  /** The condition has an answer again, or nobody waits for it. */
  close(): void;
}

/** A conditional event that has begun to wait can not fail, so that it has an incident while it goes on (10.5.5). */
export function conditionIncident(
  scope: Scope,
  element: Element,
  ask: () => boolean,
): ConditionIncident {
  let opened: Scope | undefined;
  const close = () => {
    if (opened) interrupt(opened);
    opened = undefined;
  };
  return {
    close,
    open(again, skipped) {
      if (opened) return;
      const own = childScope(scope);
      opened = own;
      attempt(own, element, element.id, ask).then(
        () => {
          if (opened !== own) return;
          close();
          again();
        },
        (error: unknown) => {
          if (error instanceof Interrupted) return;
          close();
          if (error instanceof Skipped) skipped(error.variables);
          else scope.instance.end(error);
        },
      );
    },
  };
}
