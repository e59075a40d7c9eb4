import { z } from 'zod';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import {
  failingJob,
  processState,
  type ProcessState,
} from '@ameide/plugin-transformation-common';

/** Time a worker has for answering a query, in milliseconds. */
const QUERY_MS = 4_000;

/** The answer to the query `state`, or why there is none. */
export async function queryState(
  client: Client,
  id: string,
): Promise<{ state: ProcessState } | { stateProblem: string }> {
  try {
    const answer = await client.withDeadline(Date.now() + QUERY_MS, () =>
      client.workflow.getHandle(id).query<unknown>('state'),
    );
    return { state: processState.parse(answer) };
  } catch (error) {
    return {
      stateProblem: `The worker of this instance does not answer (${
        (error as Error).message.split('\n')[0]
      }); see whether its revision is deployed`,
    };
  }
}

/** Jobs that have failed and wait for their next attempt: their activity id is the element's id. */
export function failingJobsOf(
  description: WorkflowExecutionDescription,
): z.infer<typeof failingJob>[] {
  return (description.raw.pendingActivities ?? []).flatMap(activity => {
    const { activityId, attempt, lastFailure, scheduledTime } = activity;
    if (!activityId || !lastFailure || (attempt ?? 1) < 2) return [];
    return [
      {
        elementId: activityId.replace(/:\d+$/, ''),
        attempt: attempt ?? 1,
        message: lastFailure.message ?? 'failed',
        ...(scheduledTime?.seconds && {
          nextAttemptAt: new Date(
            Number(scheduledTime.seconds) * 1000,
          ).toISOString(),
        }),
      },
    ];
  });
}
