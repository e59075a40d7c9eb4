import { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;
type Attributes = Record<string, unknown>;

/** Attributes that name another event. */
const references = [
  'scheduledEventId',
  'startedEventId',
  'workflowTaskCompletedEventId',
];

/**
 * The history of a loop of three turns, with as many of its second one as make so many events: to run as many would
 * take minutes, and the server would write the same.
 */
export function lengthened(history: History, events: number): History {
  const given = history.events ?? [];
  const from = given.findIndex(event => turnOf(event) === 2);
  const to = given.findIndex(event => turnOf(event) === 3);
  const turn = given.slice(from, to);
  const copies = Math.ceil((events - given.length) / turn.length);
  const repeated = Array.from({ length: copies + 1 }, (_, copy) =>
    turn.map(event => moved(event, copy * turn.length, copy)),
  ).flat();
  const rest = given
    .slice(to)
    .map(event => moved(event, copies * turn.length, copies));
  return { events: [...given.slice(0, from), ...repeated, ...rest] };
}

/** The turn that an activity is scheduled for, from the second on: `Task_Write:2`. */
function turnOf(event: Event): number | undefined {
  const id = event.activityTaskScheduledEventAttributes?.activityId;
  return id ? Number(id.split(':')[1] ?? 1) : undefined;
}

/** The event so many events, and so many turns, later. */
function moved(event: Event, by: number, turns: number): Event {
  const copy: Attributes = { ...event, eventId: later(event.eventId, by) };
  for (const [name, value] of Object.entries(event)) {
    if (!name.endsWith('EventAttributes') || !value) continue;
    const attributes: Attributes = { ...(value as Attributes) };
    for (const reference of references)
      if (reference in attributes)
        attributes[reference] = later(attributes[reference], by);
    const turn = turnOf(event);
    if (turn !== undefined) {
      const [id] = String(attributes.activityId).split(':');
      attributes.activityId = `${id}:${turn + turns}`;
    }
    copy[name] = attributes;
  }
  return copy;
}

/** Ids are 64 bits wide, in a class of their own. */
function later(id: unknown, by: number): unknown {
  const wide = id as { add(other: number): unknown; isZero(): boolean };
  return wide.isZero() ? wide : wide.add(by);
}
