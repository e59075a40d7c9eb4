import { proxyActivities } from '@temporalio/workflow';

interface Variables {
  thing: string;
  done?: boolean;
}

interface Jobs {
  'things.do'(input: { thing: string }): Promise<{ done: boolean }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Does one thing. */
export async function oneJob(v: Variables): Promise<Variables> {
  const { thing } = v;
  const { done } = await jobs['things.do'].executeWithOptions(
    { activityId: 'Task_1', summary: 'Do it' },
    [{ thing }],
  );
  return { thing, done };
}
