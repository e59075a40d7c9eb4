import { z } from 'zod';

const duration = z
  .string()
  .regex(
    /^\d+(\.\d+)? (milliseconds?|seconds?|minutes?|hours?|days?)$/,
    'has to be like "30 seconds"',
  );

const policy = z.strictObject({
  startToCloseTimeout: duration.optional(),
  scheduleToStartTimeout: duration.optional(),
  scheduleToCloseTimeout: duration.optional(),
  heartbeatTimeout: duration.optional(),
  taskQueue: z.string().min(1).optional(),
  local: z.boolean().optional(),
  retry: z
    .strictObject({
      initialInterval: duration.optional(),
      maximumInterval: duration.optional(),
      backoffCoefficient: z.number().min(1).optional(),
      maximumAttempts: z.number().int().min(1).optional(),
      nonRetryableErrorTypes: z.array(z.string()).optional(),
    })
    .optional(),
});

const policies = z.strictObject({
  usual: policy.refine(
    ({ startToCloseTimeout, scheduleToCloseTimeout }) =>
      startToCloseTimeout ?? scheduleToCloseTimeout,
    'needs startToCloseTimeout or scheduleToCloseTimeout',
  ),
  jobs: z.record(z.string(), policy).default({}),
});

/** What policies.yaml says. */
export type Policies = z.infer<typeof policies>;

/** @throws Error that names everything that is wrong */
export function readPolicies(value: unknown): Policies {
  const result = policies.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'policies.yaml'}: ${message}`,
  );
  throw new Error(`policies.yaml is wrong. ${problems.join('; ')}`);
}

/** As a source that is part of the workflows: what they read has to be fixed when they are bundled. */
export const policiesFile = ({ usual, jobs }: Policies): string => `\
// Made from policies.yaml by \`make generate\`. Do not edit.
import type { JobType } from './jobs.gen.ts';
import type { JobPolicy } from './runtime/policy.gen.ts';

export const usual: JobPolicy = ${JSON.stringify(usual, null, 2)};

export const jobs = ${JSON.stringify(
  jobs,
  null,
  2,
)} satisfies Partial<Record<JobType, JobPolicy>>;
`;
