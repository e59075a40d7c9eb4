import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { startSteering } from './steering';

/** For `interceptors.workflowModules` of tests: `Start.steering` decides in the place of data and of events. */
export const interceptors: WorkflowInterceptorsFactory = () => {
  startSteering();
  return {};
};
