import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
} from '@temporalio/workflow';
import { openBody } from './body';
import { bpmnErrorDetail } from './call';
import { tellDetails } from './details';
import { BpmnError, Cancelled, Failed } from './errors';
import { createInstance } from './instance';
import { toVariables } from './json';
import type { JsonObject } from './json';
import { goOnWithLatest, isOutdated } from './latest';
import { offer, offerState } from './offer';
import { showOpen } from './open-marks';
import { report } from './report';
import { continueOrGoOn } from './continue';
import { resume, takenOver } from './resume';
import type { Resumable } from './resumable';
import { interrupt } from './scope';
import { deliver, whenAtRest } from './serial';
import type { Scope } from './scope';
import type { Start } from './start';
import { TransactionCancelled } from './transaction';

/** Runs an instance of a process from its start variables to its last token; answers the variables at the end. */
export async function runProcess<Variables extends object>(
  processId: string,
  variables: Variables,
  start: Start,
  body: (scope: Scope) => Promise<void>,
  { resumable = {} }: { readonly resumable?: Resumable } = {},
): Promise<Variables> {
  if (isOutdated(start)) return goOnWithLatest(variables, start);
  const root = rootScope(processId, toVariables(variables), start, resumable);
  const { instance } = root;
  if (start.resume) resume(instance, start.resume);
  offerState(root);
  let cancelled: unknown;
  CancellationScope.current().cancelRequested.catch((reason: unknown) => {
    cancelled = reason;
    interrupt(root);
  });
  whenAtRest(() => {
    if (root.closed || instance.ends) return;
    continueOrGoOn(root);
    if (instance.ends) return;
    showOpen(instance);
    tellDetails(instance);
    report(root);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      instance.end = reject;
      deliver(() => {
        const before = takenOver(instance, '', start.resume);
        openBody(root, body, () => resolve(), reject, undefined, before);
      });
      // What came with the start of the run is looked at when the tokens have got to where they wait: only then is
      // known which tasks are open.
      deliver(() => offer(root));
    });
  } catch (error) {
    throw cancelled ?? outward(error);
  }
  instance.over = true;
  if (!allHandlersFinished()) await condition(allHandlersFinished);
  return root.variables as Variables;
}

function rootScope(
  processId: string,
  variables: JsonObject,
  start: Start,
  resumable: Resumable,
): Scope {
  return {
    instance: createInstance(processId, startOnly(start), resumable),
    variables,
    catches: [],
    escalations: [],
    interruptions: new Set(),
    closed: false,
  };
}

/** What a run goes on from is not handed to the run after it. */
function startOnly(start: Start): Start {
  const rest: { -readonly [key in keyof Start]: Start[key] } = { ...start };
  delete rest.resume;
  return rest;
}

/** A BPMN error that nobody caught fails the instance, with the code as type. */
function outward(error: unknown): unknown {
  if (error instanceof TransactionCancelled || error instanceof Cancelled)
    return ApplicationFailure.nonRetryable(
      'A transaction was cancelled, and nothing says how the process goes on',
      'Cancelled',
    );
  if (error instanceof Failed)
    return ApplicationFailure.nonRetryable(error.message, 'IncidentFailed');
  return error instanceof BpmnError
    ? ApplicationFailure.nonRetryable(
        error.message,
        error.code,
        bpmnErrorDetail,
        error.variables,
      )
    : error;
}
