// Timeouts and retries of the jobs. A demo must not take minutes to show an incident.
import type { ActivityOptions } from '@temporalio/workflow';
import type { JobType } from './jobs.gen.ts';

const usual: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: {
    initialInterval: '200 milliseconds',
    backoffCoefficient: 2,
    maximumAttempts: 3,
  },
};

/** When the attempts are used up, the token waits at the task as an incident. */
export const policies: Record<JobType, ActivityOptions> = {
  'contracts.create-contract': usual,
  'inventory.reserve-stock': usual,
  'order-to-cash.start-order': usual,
  'sales.capture-lead': usual,
  'sales.create-quote': usual,
  'sales.escalate-approval': usual,
  'sales.notify-rejection': usual,
  // The agent may think for a while.
  'sales.qualify-lead': { ...usual, startToCloseTimeout: '2 minutes' },
};
