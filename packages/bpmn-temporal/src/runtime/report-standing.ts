import { proxySinks } from '@temporalio/workflow';
import type { Sinks, WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { reportTo } from './report';
import type { Standing } from './report';

export interface StandingSinks extends Sinks {
  bpmn: { standing(standing: Standing): void };
}

/** For `interceptors.workflowModules` of a replay that compares two builds: tells where the instance is. */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const { bpmn } = proxySinks<StandingSinks>();
  reportTo(standing => bpmn.standing(standing));
  return {};
};
