import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  captureLead,
  createQuote,
  qualifyLead,
  startOrder,
} from '../src/activities.ts';

test('the same lead gets the same number', async () => {
  const first = await captureLead({ lead: { company: ' Acme ', seats: 10 } });
  const second = await captureLead({ lead: { company: 'Acme', seats: 10 } });
  assert.equal(first.lead.id, second.lead.id);
  assert.equal(first.lead.company, 'Acme');
});

test('a lead without seats is refused', async () => {
  await assert.rejects(
    captureLead({ lead: { company: 'Acme', seats: 0 } }),
    /number of seats/,
  );
});

test('a quote is seats times price, with a discount from 50 seats on', async () => {
  const small = await createQuote({
    lead: { company: 'Acme', seats: 10 },
    score: 30,
  });
  assert.equal(small.quote.amount, 12_000);
  const large = await createQuote({
    lead: { company: 'Acme', seats: 100 },
    score: 100,
  });
  assert.equal(large.quote.amount, 108_000);
});

test('the unreachable customer can not be quoted', async () => {
  await assert.rejects(
    createQuote({ lead: { company: 'Unreachable Ltd', seats: 1 }, score: 1 }),
    /does not answer/,
  );
});

test('the score goes up with the seats and ends at 100', async () => {
  assert.equal(
    (await qualifyLead({ lead: { company: 'Acme', seats: 5 } })).score,
    25,
  );
  assert.equal(
    (await qualifyLead({ lead: { company: 'Acme', seats: 500 } })).score,
    100,
  );
});

test('an order has a number of its own', async () => {
  const { orderId } = await startOrder({
    quoteId: 'Q-1',
    contractId: 'C-1',
    reservationId: 'R-1',
  });
  assert.match(String(orderId), /^O-[0-9a-f]{8}$/);
});
