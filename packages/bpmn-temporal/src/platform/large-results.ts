import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { bytesTooMany, payloadTooLarge, tellSize } from '../runtime/payload';

/**
 * Refuses results that Temporal does not take, so that the job becomes an incident: the server would refuse the result
 * of an activity, but a local one would have its workflow task fail for ever.
 */
export const refuseLargeResults: ActivityInterceptorsFactory = () => ({
  inbound: {
    async execute(input, next) {
      const result = await next(input);
      const bytes = bytesTooMany(result);
      if (bytes === undefined) return result;
      throw ApplicationFailure.nonRetryable(
        `The result is ${tellSize(bytes)}: keep it elsewhere, and answer where`,
        payloadTooLarge,
      );
    },
  },
});
