import type { Headers } from '@temporalio/common';
import {
  workflowInfo,
  type WorkflowInterceptorsFactory,
} from '@temporalio/workflow';
import { tenantOf } from './tenantOf.ts';
import { traceOf } from './traceparent.ts';

/**
 * In the workflow: hands the trace that it was started with on to all that it
 * starts, and says it in its log. It makes no spans, so nothing of this
 * depends on a clock or on chance.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let own: Headers = {};
  const withTrace = <T extends { headers: Headers }>(input: T): T => ({
    ...input,
    headers: { ...own, ...input.headers },
  });
  return {
    inbound: [
      {
        execute(input, next) {
          const { traceparent } = input.headers;
          own = traceparent ? { traceparent } : {};
          return next(input);
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(withTrace(input)),
        scheduleLocalActivity: (input, next) => next(withTrace(input)),
        startChildWorkflowExecution: (input, next) => next(withTrace(input)),
        continueAsNew: (input, next) => next(withTrace(input)),
        getLogAttributes: (input, next) => ({
          ...next(input),
          trace_id: traceOf(own)?.traceId,
          tenant_id: tenantOf(workflowInfo().workflowId),
        }),
      },
    ],
  };
};
