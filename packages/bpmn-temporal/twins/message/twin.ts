import {
  condition,
  defineSignal,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';

interface Variables {
  invoice: { id: string; total: number };
  sentAt?: string;
  amount?: number;
  booking?: string;
}

interface Jobs {
  'invoices.send'(
    input: Pick<Variables, 'invoice'>,
  ): Promise<{ sentAt: string }>;
  'invoices.book'(input: {
    invoiceId: string;
    amount: number;
  }): Promise<{ booking: string }>;
}

interface Message {
  name: string;
  correlationKey: string;
  variables: { amount: number };
}

const message = defineSignal<[Message]>('message');

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Sends an invoice, waits until it is paid, and books the payment. */
export async function invoicePayment(v: Variables): Promise<Variables> {
  const { invoice } = v;
  let paid: Message['variables'] | undefined;
  setHandler(message, ({ name, correlationKey, variables }) => {
    if (name === 'invoice paid' && correlationKey === invoice.id)
      paid = variables;
  });

  const { sentAt } = await jobs['invoices.send'].executeWithOptions(
    { activityId: 'Task_Send', summary: 'Send the invoice' },
    [{ invoice }],
  );
  // who waits for a message is found by this attribute
  upsertSearchAttributes({ BpmnOpen: [`invoice paid ${invoice.id}`] });
  await condition(() => paid !== undefined);
  const amount = paid?.amount ?? 0;
  const { booking } = await jobs['invoices.book'].executeWithOptions(
    { activityId: 'Task_Book', summary: 'Book the payment' },
    [{ invoiceId: invoice.id, amount }],
  );
  return { ...v, sentAt, amount, booking };
}
