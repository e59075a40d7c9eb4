import type { BpmnError } from './errors';
import type { Element } from './element';
import type { Mapping } from './mapping';
import { catcherOf } from './body';
import type { Resume } from './resumable';
import type { Scope } from './scope';
import { arm, partsOf } from './trigger';
import type { Fired, Open, Trigger, Triggers } from './trigger';

/** What the border of an activity catches (table 10.90). Compensation is no way out: see `Compensator`. */
export type BoundaryTrigger =
  | Trigger
  | { readonly error: string | undefined }
  | { readonly escalation: string | undefined }
  | { readonly cancel: true };

/** An event on the border of an activity (10.5.4): it interrupts, or it starts a flow beside the activity. */
export type Boundary = Element &
  Triggers<BoundaryTrigger> & {
    readonly interrupting: boolean;
    readonly output?: Mapping;
  };

export function errorCodes(
  boundary: readonly Boundary[],
): (string | undefined)[] {
  return errorCatchers(boundary).map(({ code }) => code);
}

/** The event that catches the error, the one for its code before one for all. */
export function catcherOfError(
  boundary: readonly Boundary[],
  error: BpmnError,
): Boundary | undefined {
  return catcherOf(errorCatchers(boundary), error.code)?.event;
}

export function cancelEvent(
  boundary: readonly Boundary[],
): Boundary | undefined {
  return boundary.find(event => partsOf(event).some(part => 'cancel' in part));
}

/** Computes what the events wait for; errors and cancel are thrown through the activity and need no waiting. */
export function armBoundary(
  local: Scope,
  boundary: readonly Boundary[],
  resumed?: Resume,
): { event: Boundary; conditional: boolean; open: Open }[] {
  return boundary.flatMap(event => {
    const parts = partsOf<BoundaryTrigger>(event);
    const awaited = parts.filter(isAwaited);
    const opens: Open[] = parts.flatMap(part =>
      'escalation' in part ? [escalated(local, part.escalation)] : [],
    );
    if (awaited.length)
      opens.push(
        arm(local, { ...identity(event), ...several(event, awaited) }, resumed),
      );
    return opens.map(open => ({
      event,
      conditional: awaited.some(part => 'condition' in part),
      open,
    }));
  });
}

function several(
  event: Boundary,
  parts: readonly Trigger[],
): Triggers<Trigger> {
  return 'allOf' in event ? { allOf: parts } : { anyOf: parts };
}

function identity({ id, name, type }: Element): Element {
  return { id, name, type };
}

function isAwaited(part: BoundaryTrigger): part is Trigger {
  return !('error' in part || 'escalation' in part || 'cancel' in part);
}

function escalated(local: Scope, code: string | undefined): Open {
  return (fire: Fired) => {
    local.escalations = [...local.escalations, { code, fire }];
    return () => {};
  };
}

function errorCatchers(
  boundary: readonly Boundary[],
): { code: string | undefined; event: Boundary }[] {
  return boundary.flatMap(event =>
    partsOf<BoundaryTrigger>(event).flatMap(part =>
      'error' in part ? [{ code: part.error, event }] : [],
    ),
  );
}
