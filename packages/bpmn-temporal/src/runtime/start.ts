import type { Run } from './element';
import type { Resume } from './resumable';
import { ask, mustAsk } from './resume';
import type { Steering } from './steering';

/** How an instance was started; the second argument of every workflow. */
export interface Start {
  /** The start event, where the process has several. */
  readonly elementId?: string;
  readonly messageName?: string;
  readonly signalName?: string;
  /** The key of the message that started it. */
  readonly correlationKey?: string | number;
  /** What a test wants to happen; of no effect anywhere else. */
  readonly steering?: Steering;
  /** Set when a run goes on where the one before ended. */
  readonly resume?: Resume;
  readonly called?: Called;
}

/** Set by a call activity. */
export interface Called {
  /** The error codes that are caught around it, null for all. */
  readonly catches: readonly (string | null)[];
  /** The newest build is to run it. */
  readonly latest?: boolean;
  /** It runs where a version is served that has a tag, as what it calls of its own build does. */
  readonly tagged?: boolean;
}

/** One of the things that start the process at an event. */
export type Starter =
  | { readonly message: string }
  | { readonly signal: string }
  | { readonly other: true };

/** The compiler's name for the choice of a start event. */
const startId = '(start)';

/** Picks the start event: by id, by message or signal, else the none start event, else the first. */
export function startEvents(
  start: Start,
  events: { readonly [elementId: string]: readonly Starter[] },
): Run {
  const ids = Object.keys(events);
  const { elementId, messageName, signalName } = start;
  const startedBy = (starter: Starter) =>
    ('message' in starter && starter.message === messageName) ||
    ('signal' in starter && starter.signal === signalName);
  const chosen =
    ids.find(id => id === elementId) ??
    ids.find(id => events[id]?.some(startedBy)) ??
    ids.find(id => events[id]?.length === 0) ??
    ids[0];
  return async scope =>
    mustAsk(scope.instance, startId)
      ? ask(scope, startId, async () => chosen)
      : chosen;
}
