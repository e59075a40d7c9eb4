import { upsertSearchAttributes } from '@temporalio/workflow';
import type { Instance } from './instance';
import {
  incidentMark,
  manyMark,
  messageMark,
  openAttribute,
  signalMark,
  taskMark,
} from './marks';

/** An attribute holds about two kilobytes. */
const limit = 100;

let hidden = false;

/** From now on the server is told nothing. */
export function hideOpen(): void {
  hidden = true;
}

/**
 * Tells the server what is open in the instance: tasks, incidents, messages and signals that it waits for. One event
 * when something opens; what has closed is taken away with the next, at the latest when the instance only waits.
 */
export function showOpen(instance: Instance): void {
  if (hidden) return;
  const now = marksOf(instance);
  const { shown } = instance;
  const opened = now.some(mark => !shown.includes(mark));
  const closed = shown.some(mark => !now.includes(mark));
  if (!opened && !(closed && instance.working === 0)) return;
  instance.shown = now;
  upsertSearchAttributes({ [openAttribute]: now });
}

function marksOf({ userTasks, incidents, inbox, signals }: Instance): string[] {
  const marks = new Set<string>();
  for (const { state } of userTasks.values())
    marks.add(taskMark).add(`${taskMark}:${state.elementId}`);
  for (const { state } of incidents.values())
    marks.add(incidentMark).add(`${incidentMark}:${state.elementId}`);
  for (const { messageName, correlationKey } of inbox.subscriptions)
    marks.add(messageMark(messageName, correlationKey));
  for (const { signalName } of signals) marks.add(signalMark(signalName));
  return marks.size > limit
    ? [...[...marks].slice(0, limit - 1), manyMark]
    : [...marks];
}
