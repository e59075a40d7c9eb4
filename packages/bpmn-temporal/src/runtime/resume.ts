import {
  allHandlersFinished,
  condition,
  makeContinueAsNewFunc,
  workflowInfo,
} from '@temporalio/workflow';
import { restoreLog, storedLog } from './compensation';
import type { StoredCompensation } from './compensation';
import type { Outcome } from './element';
import type { Instance } from './instance';
import type { JsonObject, JsonValue } from './json';
import type { Scope } from './scope';
import type { Message } from './state';

/** Where an instance can go on in a new run: heads of loops and multi-instance activities of the process itself. */
export interface Resumable {
  readonly [elementId: string]: {
    /** The place before; undefined where the way begins at the start. */
    readonly after?: string;
    /** The ways out that lead here from there; what is not named is left by the ordinary one. */
    readonly ways: Ways;
  };
}

export interface Ways {
  readonly [elementId: string]: string;
}

/** All that a new run has to know; data, since nothing else gets there. */
export interface Resume {
  readonly at: string;
  readonly entries: readonly (readonly [key: string, count: number])[];
  readonly path: readonly string[];
  readonly early: readonly Message[];
  readonly seen: readonly string[];
  readonly log: readonly StoredCompensation[];
  /** Timers of event subprocesses and of the activity: when they are due, and how often after that. */
  readonly timers: readonly (readonly [elementId: string, timer: ArmedTimer])[];
  /** Conditional events whose condition holds already. */
  readonly held: readonly string[];
  readonly shown: readonly string[];
  readonly instances?: InstancesDone;
}

export interface ArmedTimer {
  readonly due: number;
  readonly left: number;
}

/** How far a multi-instance activity is. */
export interface InstancesDone {
  readonly next: number;
  readonly completed: number;
  readonly results: readonly JsonValue[];
}

/** A longer path is cut in front. */
const pathLimit = 2_000;

/**
 * To be asked by everything that a token runs, before it does anything. In a new run the way to where the old one
 * ended is only followed; and a loop head is where an old run may end.
 */
export function arriving(
  scope: Scope,
  elementId: string,
): Promise<Outcome> | undefined {
  const { instance } = scope;
  const { resuming } = instance;
  if (!isMain(scope)) return undefined;
  if (resuming) {
    if (elementId === resuming.at) {
      instance.resuming = undefined;
      if (!instance.resumed?.instances) instance.resumed = undefined;
    } else return Promise.resolve(resuming.ways[elementId]);
  }
  return shouldContinue(scope, elementId)
    ? continueFrom(scope, elementId)
    : undefined;
}

/** Whether the server wants a new run, and this is a place and a time for it: nothing is open but this token. */
export function shouldContinue(scope: Scope, elementId: string): boolean {
  const { instance } = scope;
  return (
    Object.hasOwn(instance.resumable, elementId) &&
    workflowInfo().continueAsNewSuggested &&
    isMain(scope) &&
    isIdle(instance, scope)
  );
}

/** Ends the run; the answer never comes. */
export async function continueFrom(
  scope: Scope,
  at: string,
  instances?: InstancesDone,
): Promise<never> {
  const { instance, body } = scope;
  await condition(allHandlersFinished);
  const { inbox, start } = instance;
  const left: Resume = {
    at,
    entries: [...instance.entries],
    path: instance.path.slice(-pathLimit),
    early: inbox.early,
    seen: [...inbox.seen],
    log: storedLog(body?.log ?? []),
    timers: [...instance.timers],
    held: [...instance.held],
    shown: instance.shown,
    ...(instances ? { instances } : {}),
  };
  const next = makeContinueAsNewFunc();
  const variables: JsonObject = body?.scope.variables ?? {};
  next(variables, { ...start, resume: left }).catch((end: unknown) =>
    instance.end(end),
  );
  return new Promise<never>(() => {});
}

/** Takes over what the run before has left. */
export function resume(instance: Instance, from: Resume): void {
  if (!Object.hasOwn(instance.resumable, from.at))
    throw new Error(
      `The instance was to go on at ${from.at}, which this version of the process does not know`,
    );
  const ways = waysTo(instance.resumable, from.at);
  instance.resuming = { at: from.at, ways };
  instance.resumed = from;
  instance.path.push(...from.path);
  for (const [key, count] of from.entries) instance.entries.set(key, count);
  instance.inbox.early.push(...from.early);
  for (const id of from.seen) instance.inbox.seen.add(id);
  for (const id of from.held) instance.held.add(id);
  instance.shown = from.shown;
}

/** From the start, by all the places on the way. */
function waysTo(resumable: Resumable, at: string): Ways {
  const ways: Record<string, string> = {};
  for (let id: string | undefined = at; id !== undefined; ) {
    const place: Resumable[string] | undefined = resumable[id];
    Object.assign(ways, place?.ways);
    id = place?.after;
  }
  return ways;
}

/** The compensation log goes to the body once that is there. */
export function resumeLog(scope: Scope): void {
  const { resumed } = scope.instance;
  if (resumed) scope.body?.log.push(...restoreLog(resumed.log));
}

function isMain({ body, parent }: Scope): boolean {
  return (
    body !== undefined &&
    body.scope.parent === undefined &&
    parent === body.scope
  );
}

function isIdle(instance: Instance, { body }: Scope): boolean {
  return (
    body?.tokens() === 1 &&
    instance.working === 0 &&
    instance.branching === 0 &&
    instance.scopes.size === 0 &&
    instance.userTasks.size === 0 &&
    instance.incidents.size === 0
  );
}
