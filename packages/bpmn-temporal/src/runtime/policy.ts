import { msToNumber } from '@temporalio/common/lib/time.js';
import type {
  ActivityOptions,
  LocalActivityOptions,
} from '@temporalio/workflow';

/** How the jobs of one type are done: what Temporal's ActivityOptions say, and whether the workflow's own worker may do it. */
export interface JobPolicy extends ActivityOptions {
  /**
   * The job is short, and may be done twice: it is done in the workflow's own worker, without a task of its own, where
   * nothing can interrupt it or run beside it and its timeout is under two seconds; elsewhere as every other job.
   */
  readonly local?: boolean;
}

const localLimit = 2_000;

/** Why a job that its policy calls local is done as every other one; undefined where it is local. */
export function notLocalBecause(
  { startToCloseTimeout, scheduleToCloseTimeout, taskQueue }: JobPolicy,
  alone: boolean | undefined,
): string | undefined {
  if (!alone) return 'something may interrupt it or run beside it';
  const limits = [startToCloseTimeout, scheduleToCloseTimeout].flatMap(limit =>
    limit === undefined ? [] : [msToNumber(limit)],
  );
  if (Math.min(...limits, Infinity) >= localLimit)
    return 'its startToCloseTimeout is not under 2 seconds';
  return taskQueue === undefined ? undefined : 'it has a task queue of its own';
}

/** The options of a local one; a longer pause before it is tried again lets the workflow task end. */
export function localOptions({
  startToCloseTimeout,
  scheduleToStartTimeout,
  scheduleToCloseTimeout,
  retry,
}: JobPolicy): LocalActivityOptions {
  return {
    startToCloseTimeout,
    scheduleToStartTimeout,
    scheduleToCloseTimeout,
    retry,
    localRetryThreshold: '1 second',
    cancellationType: 'TRY_CANCEL',
  };
}
