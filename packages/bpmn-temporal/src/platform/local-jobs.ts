import type { JobElements } from '../runtime/deployment';
import { notLocalBecause } from '../runtime/policy';
import type { JobPolicy } from '../runtime/policy';

export type Policies = { readonly [jobType: string]: JobPolicy };

/** Says of each job that its policy calls local where it is done as every other one, and why. */
export function tellOfLocalJobs(
  policies: Policies,
  jobs: JobElements,
): string[] {
  return Object.entries(policies).flatMap(([jobType, policy]) => {
    if (!policy.local) return [];
    const { alone = [], others = [] } = jobs[jobType] ?? {};
    const tell = (ids: readonly string[], why: string | undefined) =>
      ids.length && why
        ? [
            `The job ${jobType} of ${ids.join(
              ', ',
            )} is not done locally, though its policy says so: ${why}`,
          ]
        : [];
    return [
      ...tell(alone, notLocalBecause(policy, true)),
      ...tell(others, notLocalBecause(policy, false)),
    ];
  });
}
