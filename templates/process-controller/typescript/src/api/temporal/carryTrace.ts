import { context, propagation } from '@opentelemetry/api';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';

/** Gives the trace of the request to the instance that it starts; the workflow hands it on to its activities. */
export const carryTrace: WorkflowClientInterceptor = {
  start(input, next) {
    const carrier: Record<string, string> = {};
    propagation.inject(context.active(), carrier);
    const { traceparent } = carrier;
    if (!traceparent) return next(input);
    const headers = {
      ...input.headers,
      traceparent: defaultPayloadConverter.toPayload(traceparent),
    };
    return next({ ...input, headers });
  },
};
