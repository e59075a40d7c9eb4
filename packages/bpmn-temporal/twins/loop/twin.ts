import { proxyActivities } from '@temporalio/workflow';

interface Variables {
  topic: string;
  remarks: string;
  draft?: string;
  accepted?: boolean;
}

interface Jobs {
  'articles.write'(input: {
    topic: string;
    remarks: string;
  }): Promise<{ draft: string }>;
  'articles.review'(input: {
    draft: string;
  }): Promise<{ accepted: boolean; remarks: string }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Writes drafts until one is accepted. */
export async function articleReview(v: Variables): Promise<Variables> {
  const { topic } = v;
  let { remarks } = v;
  for (let turn = 1; ; turn += 1) {
    const nth = (id: string) => (turn === 1 ? id : `${id}:${turn}`);
    const { draft } = await jobs['articles.write'].executeWithOptions(
      { activityId: nth('Task_Write'), summary: 'Write a draft' },
      [{ topic, remarks }],
    );
    const review = await jobs['articles.review'].executeWithOptions(
      { activityId: nth('Task_Review'), summary: 'Review the draft' },
      [{ draft }],
    );
    if (review.accepted) return { topic, draft, ...review };
    remarks = review.remarks;
  }
}
