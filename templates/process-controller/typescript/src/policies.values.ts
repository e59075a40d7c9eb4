// Made from policies.yaml by `make generate`. Do not edit.
import type { JobType } from './jobs.gen.ts';
import type { JobPolicy } from './runtime/policy.gen.ts';

export const usual: JobPolicy = {
  startToCloseTimeout: '1 minute',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
  },
};

export const jobs = {} satisfies Partial<Record<JobType, JobPolicy>>;
