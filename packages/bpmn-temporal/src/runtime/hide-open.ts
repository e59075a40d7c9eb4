import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { hideOpen } from './open-marks';

/** For `interceptors.workflowModules` of tests on the time-skipping server, which knows no search attributes. */
export const interceptors: WorkflowInterceptorsFactory = () => {
  hideOpen();
  return {};
};
