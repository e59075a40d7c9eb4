import type { Context } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { tenantOf } from './tenantOf.ts';
import { traceOf } from './traceparent.ts';

/** Says in the log of an activity whose instance it works for, and in which trace. */
export const logTrace: ActivityInterceptorsFactory = ({ info }: Context) => {
  let traceId: string | undefined;
  return {
    inbound: {
      execute(input, next) {
        traceId = traceOf(input.headers)?.traceId;
        return next(input);
      },
    },
    outbound: {
      getLogAttributes: (input, next) => ({
        ...next(input),
        trace_id: traceId,
        tenant_id: tenantOf(info.workflowExecution?.workflowId ?? ''),
      }),
    },
  };
};
