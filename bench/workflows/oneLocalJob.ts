import { proxyLocalActivities } from '@temporalio/workflow';

const jobs = proxyLocalActivities<{
  'things.do'(input: { thing: string }): Promise<{ done: boolean }>;
}>({ startToCloseTimeout: '1 second' });

/** One job as an expert would write it who wants it fast: nothing of ours is in it. */
export async function oneJob({ thing }: { thing: string }) {
  const { done } = await jobs['things.do']({ thing });
  return { thing, done };
}
