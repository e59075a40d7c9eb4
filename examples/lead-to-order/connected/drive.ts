// Takes one order through the process, and tells what it sees on the way.
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnectTransport } from '@connectrpc/connect-node';
import { Client, Connection } from '@temporalio/client';
import { createAmeideClient, withToken } from 'leads-client';
import { startLeadToOrder } from './client.gen.ts';
import type { LeadToOrderVariables } from './jobs.gen.ts';

const connection = await Connection.connect({
  address: process.env.TEMPORAL_ADDRESS,
});
const instance = await startLeadToOrder(
  new Client({ connection }),
  `order-${Date.now()}`,
  { lead: { company: 'Acme', seats: 100 } },
  process.env.TEMPORAL_TASK_QUEUE,
);
tell('started', 'a lead of Acme for 100 seats');

const task = await first(async () => (await instance.state()).userTasks);
const { quote, score } = (await instance.state())
  .variables as LeadToOrderVariables;
tell(
  'waits for a person',
  `${task.name}, quote ${quote?.id} of ${quote?.amount}, score ${score}`,
);
await instance.completeUserTask({
  key: task.key,
  variables: { approved: true },
});
tell('approved', task.key);

const { correlationKey } = await first(
  async () => (await instance.state()).subscriptions,
);
await instance.send({
  name: 'contract signed',
  correlationKey,
  variables: { signedBy: 'Ann' },
});
const result = (await instance.result()) as LeadToOrderVariables;
tell('ended', `${(await instance.state()).ended}, order ${result.orderId}`);

const { leads } = createAmeideClient(
  createConnectTransport({
    baseUrl: process.env.LEADS_URL ?? '',
    httpVersion: '2',
    interceptors: [withToken(async () => process.env.LEADS_TOKEN ?? '')],
  }),
);
const { lead } = await leads.getLead({ name: String(result.lead?.name) });
tell(
  'in the domain',
  `${lead?.name}, ${lead?.company}, score ${lead?.score} (${lead?.rationale}), state ${lead?.state}`,
);
await connection.close();

/** Asks until there is something. */
async function first<T>(look: () => Promise<readonly T[]>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [found] = await look().catch(() => []);
    if (found) return found;
    await sleep(100);
  }
  throw new Error('Nothing happened within 20 s');
}

function tell(what: string, more: string): void {
  console.log(`${what}: ${more}`);
}
