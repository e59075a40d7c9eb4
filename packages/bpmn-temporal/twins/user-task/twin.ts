import {
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';

interface Variables {
  customer: string;
  items: string[];
  quote?: number;
  approved?: boolean;
  sent?: string;
}

interface Jobs {
  'quotes.calculate'(input: {
    customer: string;
    items: string[];
  }): Promise<{ quote: number }>;
  'quotes.send'(input: {
    customer: string;
    quote: number;
  }): Promise<{ sent: string }>;
}

interface Completion {
  key: string;
  variables: { approved: boolean };
}

const completeUserTask = defineUpdate<void, [Completion]>('completeUserTask');

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Calculates a quote, and sends it when somebody has approved it. */
export async function quoteApproval(v: Variables): Promise<Variables> {
  let open = false;
  let decision: Completion['variables'] | undefined;
  setHandler(
    completeUserTask,
    ({ variables }) => {
      open = false;
      decision = variables;
    },
    {
      validator: ({ key }) => {
        if (!open || key !== 'Task_Approve') throw new Error('It is not open');
      },
    },
  );

  const { customer, items } = v;
  const { quote } = await jobs['quotes.calculate'].executeWithOptions(
    { activityId: 'Task_Quote', summary: 'Calculate the quote' },
    [{ customer, items }],
  );
  open = true;
  // tasks are found by this attribute
  upsertSearchAttributes({ BpmnOpen: ['task', 'task:Task_Approve'] });
  await condition(() => decision !== undefined);
  const approved = decision?.approved === true;
  if (!approved) return { ...v, quote, approved };
  const { sent } = await jobs['quotes.send'].executeWithOptions(
    { activityId: 'Task_Send', summary: 'Send the quote' },
    [{ customer, quote }],
  );
  return { ...v, quote, approved, sent };
}
