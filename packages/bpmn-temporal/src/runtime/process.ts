import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
} from '@temporalio/workflow';
import { runBody } from './body';
import { bpmnErrorDetail } from './call';
import { BpmnError } from './errors';
import { createInstance } from './instance';
import { interceptorsInstalled } from './interceptors';
import { toVariables } from './json';
import type { JsonObject } from './json';
import { offer } from './offer';
import { showOpen } from './open-marks';
import { interrupt } from './scope';
import { deliver, whenAtRest } from './serial';
import type { Scope } from './scope';
import type { Start } from './start';

/** Runs an instance of a process from its start variables to its last token; answers the variables at the end. */
export async function runProcess<Variables extends object>(
  processId: string,
  variables: Variables,
  start: Start,
  body: (scope: Scope) => Promise<void>,
): Promise<Variables> {
  if (!interceptorsInstalled())
    throw new Error(
      'The worker has to list src/runtime/interceptors.gen.ts in interceptors.workflowModules, see src/worker.ts',
    );
  const root = rootScope(processId, toVariables(variables), start);
  offer(root);
  let cancelled: unknown;
  CancellationScope.current().cancelRequested.catch((reason: unknown) => {
    cancelled = reason;
    interrupt(root);
  });
  whenAtRest(() => {
    if (!root.closed) showOpen(root.instance);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      deliver(() => {
        runBody(root, body).then(() => resolve(), reject);
      });
    });
  } catch (error) {
    throw cancelled ?? outward(error);
  }
  root.instance.over = true;
  await condition(allHandlersFinished);
  return root.variables as Variables;
}

function rootScope(
  processId: string,
  variables: JsonObject,
  start: Start,
): Scope {
  return {
    instance: createInstance(processId, start),
    variables,
    catches: [],
    escalations: [],
    interruptions: new Set(),
    closed: false,
  };
}

/** A BPMN error that nobody caught fails the instance, with the code as type. */
function outward(error: unknown): unknown {
  return error instanceof BpmnError
    ? ApplicationFailure.nonRetryable(
        error.message,
        error.code,
        bpmnErrorDetail,
        error.variables,
      )
    : error;
}
