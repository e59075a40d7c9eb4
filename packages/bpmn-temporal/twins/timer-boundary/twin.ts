import {
  ActivityCancellationType,
  CancellationScope,
  proxyActivities,
  sleep,
} from '@temporalio/workflow';

interface Variables {
  goods: string;
  offer?: number;
  order?: string;
}

interface Jobs {
  'suppliers.ask'(input: { goods: string }): Promise<{ offer: number }>;
  'suppliers.take-usual'(input: { goods: string }): Promise<{ offer: number }>;
  'suppliers.order'(input: { offer: number }): Promise<{ order: string }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
  cancellationType: ActivityCancellationType.TRY_CANCEL,
});

/** Asks a supplier; one that does not answer in time is passed over. */
export async function supplierInquiry(v: Variables): Promise<Variables> {
  const { goods } = v;
  const { offer } =
    (await askInTime(goods)) ??
    (await jobs['suppliers.take-usual'].executeWithOptions(
      { activityId: 'Task_Other', summary: 'Take the usual supplier' },
      [{ goods }],
    ));
  const { order } = await jobs['suppliers.order'].executeWithOptions(
    { activityId: 'Task_Order', summary: 'Order the goods' },
    [{ offer }],
  );
  return { ...v, offer, order };
}

/** Nothing where the time is over first. */
async function askInTime(
  goods: string,
): Promise<{ offer: number } | undefined> {
  const scope = new CancellationScope();
  const answer = scope.run(() =>
    Promise.race([
      jobs['suppliers.ask'].executeWithOptions(
        { activityId: 'Task_Ask', summary: 'Ask the supplier' },
        [{ goods }],
      ),
      sleep('1 second', { summary: 'No answer in time' }).then(() => undefined),
    ]),
  );
  try {
    return await answer;
  } finally {
    scope.cancel();
  }
}
