import type { Run } from './element';

/** How an instance was started, where the process has several start events. */
export interface Start {
  readonly elementId?: string;
  readonly messageName?: string;
}

/** Picks the start event: by id, by message, else the none start event, else the first. */
export function startEvents(
  start: Start,
  events: { readonly [elementId: string]: string | undefined },
): Run {
  const ids = Object.keys(events);
  const chosen =
    ids.find(id => id === start.elementId) ??
    ids.find(
      id => start.messageName !== undefined && events[id] === start.messageName,
    ) ??
    ids.find(id => events[id] === undefined) ??
    ids[0];
  return async () => chosen;
}
