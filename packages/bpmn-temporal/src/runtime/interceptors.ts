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

function inOrder<T>(completion: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    completion.then(
      value => deliver(() => resolve(value)),
      (error: unknown) =>
        isCancellation(error) ? reject(error) : deliver(() => reject(error)),
    );
  });
}
