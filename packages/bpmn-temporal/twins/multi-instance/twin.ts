import { proxyActivities } from '@temporalio/workflow';

interface Variables {
  goods: string;
  suppliers: string[];
  offers?: number[];
  chosen?: string;
}

interface Jobs {
  'tenders.ask'(input: {
    supplier: string;
    goods: string;
  }): Promise<{ offer: number }>;
  'tenders.choose'(input: { offers: number[] }): Promise<{ chosen: string }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Asks all suppliers at the same time, and takes the best offer. */
export async function offerCollection(v: Variables): Promise<Variables> {
  const { goods, suppliers } = v;
  const answers = await Promise.all(
    suppliers.map((supplier, at) =>
      jobs['tenders.ask'].executeWithOptions(
        {
          activityId: at === 0 ? 'Task_Ask' : `Task_Ask:${at + 1}`,
          summary: 'Ask for an offer',
        },
        [{ supplier, goods }],
      ),
    ),
  );
  const offers = answers.map(({ offer }) => offer);
  const { chosen } = await jobs['tenders.choose'].executeWithOptions(
    { activityId: 'Task_Choose', summary: 'Choose an offer' },
    [{ offers }],
  );
  return { ...v, offers, chosen };
}
