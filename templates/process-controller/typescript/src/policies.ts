// How the jobs are done: policies.yaml says it. This file is yours: recompiling never touches it.
import { jobElements } from './deployment.gen.ts';
import type { JobType } from './jobs.gen.ts';
import { jobs, usual } from './policies.values.ts';
import type { JobPolicy } from './runtime/policy.gen.ts';

/** Of a job that the drawing has; what is said of it goes before what is usual. */
function policyOf(type: JobType): JobPolicy {
  const own: JobPolicy =
    (jobs as Partial<Record<JobType, JobPolicy>>)[type] ?? {};
  const maximumAttempts = jobElements[type]?.attempts ?? 3;
  return {
    ...usual,
    ...own,
    retry: { maximumAttempts, ...usual.retry, ...own.retry },
  };
}

export const policies = Object.fromEntries(
  Object.keys(jobElements).map(type => [type, policyOf(type as JobType)]),
) as Record<JobType, JobPolicy>;
