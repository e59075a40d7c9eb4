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

/** Does five things, one after the other. */
export async function fiveJobs(v: Variables): Promise<Variables> {
  const { thing } = v;
  let done = false;
  for (let nth = 1; nth <= 5; nth += 1)
    ({ done } = await jobs['things.do'].executeWithOptions(
      { activityId: `Task_${nth}`, summary: `Do thing ${nth}` },
      [{ thing }],
    ));
  return { thing, done };
}
