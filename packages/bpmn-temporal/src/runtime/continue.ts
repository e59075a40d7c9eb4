import {
  allHandlersFinished,
  makeContinueAsNewFunc,
} from '@temporalio/workflow';
import { storedLog } from './compensation';
import type { Instance } from './instance';
import type { Resume } from './resumable';
import type { Scope } from './scope';
import { deliver } from './serial';
import { isLong, isPlace } from './stay';
import type { Stay } from './stay';

/** A longer path is cut in front. */
const pathLimit = 2_000;

/**
 * To be called when all that has arrived was dealt with: ends the run where the server wants a new one and every token
 * stands where that can begin; else those that paused for it go on.
 */
export function continueOrGoOn(root: Scope): void {
  const { instance } = root;
  const pausing = [...instance.stays.values()].flatMap(stays =>
    [...stays].flatMap(({ release }) => release ?? []),
  );
  if (instance.following) {
    const places = [...instance.following.left].join(', ');
    instance.end(
      new Error(`The run before ended at ${places}, where no way leads to`),
    );
    return;
  }
  if (pausing.length === 0 && !isLong()) return;
  if (canContinue(instance)) continueFrom(root);
  else for (const release of pausing) deliver(release);
}

function canContinue(instance: Instance): boolean {
  const { stays, tokens, working, incidents, adHocs } = instance;
  if (!isLong() || instance.ends || stays.size === 0) return false;
  if (working || incidents.size || adHocs.size || !allHandlersFinished())
    return false;
  return (
    [...tokens].every(({ elementId }) => stays.has(elementId)) &&
    [...stays].every(
      ([id, [stay, ...more]]) =>
        more.length === 0 &&
        (stay?.store === undefined || isWithin(instance, id)),
    ) &&
    isOneEach(instance)
  );
}

/** A place that a new run finds: what is around it stays there, too. */
function isWithin(instance: Instance, id: string): boolean {
  const { resumable, stays } = instance;
  if (!isPlace(instance, id)) return false;
  const around = resumable[id]?.in;
  if (around === undefined) return true;
  const isThere = stays.has(around) || resumable[around]?.block;
  return Boolean(isThere) && isWithin(instance, around);
}

/** Of two tokens at one element a new run could not tell which is which. */
function isOneEach({ tokens }: Instance): boolean {
  return (
    new Set([...tokens].map(({ elementId }) => elementId)).size === tokens.size
  );
}

function continueFrom(root: Scope): void {
  const { instance, body, variables } = root;
  const { inbox, start } = instance;
  instance.ends = true;
  const resume: Resume = {
    stays: [...instance.stays].flatMap(([id, stays]) =>
      [...stays].flatMap(({ store }: Stay) =>
        store ? [[id, store()] as const] : [],
      ),
    ),
    entries: [...instance.entries],
    path: instance.path.slice(-pathLimit),
    early: inbox.early,
    seen: [...inbox.seen],
    log: storedLog(body?.log ?? []),
    timers: [...instance.timers],
    awaited: [...inbox.subscriptions].map(
      ({ elementId, messageName, correlationKey }) => ({
        elementId,
        messageName,
        correlationKey,
      }),
    ),
    held: [...instance.held],
    shown: instance.shown,
    ...(instance.lastEnd === undefined ? {} : { lastEnd: instance.lastEnd }),
  };
  const next = makeContinueAsNewFunc();
  next(variables, { ...start, resume }).catch((end: unknown) =>
    instance.end(end),
  );
}
