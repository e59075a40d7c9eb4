import { ApplicationFailure } from '@temporalio/common';

type Job = (...args: never[]) => Promise<unknown>;

/** Jobs, of which the next one fails for good when it is asked for: that makes an incident. */
export function failOnce(jobs: Record<string, Job>) {
  let fails = false;
  let failed = 0;
  const activities = Object.fromEntries(
    Object.entries(jobs).map(([type, job]) => [
      type,
      async (...args: never[]) => {
        if (!fails) return job(...args);
        fails = false;
        failed += 1;
        throw ApplicationFailure.nonRetryable('it fails once', 'Test');
      },
    ]),
  );
  return {
    activities,
    failNext() {
      fails = true;
      failed = 0;
    },
    /** How many have failed since then. */
    failed: () => failed,
  };
}
