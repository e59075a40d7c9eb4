import { isCancellation } from '@temporalio/workflow';
import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { deliver } from './serial';

let installed = false;

/** Whether the worker was told of this module; the order of events would be a matter of luck without it. */
export function interceptorsInstalled(): boolean {
  return installed;
}

/** To be listed in the worker's `interceptors.workflowModules`: hands over jobs and timers in the order of the history. */
export const interceptors: WorkflowInterceptorsFactory = () => {
  installed = true;
  return {
    outbound: [
      {
        scheduleActivity: (input, next) => inOrder(next(input)),
        scheduleLocalActivity: (input, next) => inOrder(next(input)),
        startTimer: (input, next) => inOrder(next(input)),
      },
    ],
  };
};

/** What the callbacks answer is no promise, but what one waits for: the SDK takes a stack trace of each promise. */
function inOrder<T>(completion: Promise<T>): Promise<T> {
  return completion.then(
    value => inTurn<T>(resolve => resolve(value)),
    (error: unknown) => {
      if (isCancellation(error)) throw error;
      return inTurn<T>((_resolve, reject) => reject(error));
    },
  );
}

type Effect<T> = (
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
) => void;

function inTurn<T>(effect: Effect<T>): T {
  const awaited = {
    then: (resolve: (value: T) => void, reject: (error: unknown) => void) =>
      deliver(() => effect(resolve, reject)),
  };
  return awaited as unknown as T;
}
