import { context, propagation } from '@opentelemetry/api';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** Something that has happened, for whoever wants to know. */
export interface DomainEvent {
  /** As in `acme.orders.v1.OrderCreated`. */
  type: string;
  /** Name of the resource. */
  subject: string;
  /** JSON of the resource after it. */
  data: unknown;
}

/** Writes events beside the change that they tell of; a relay reads them from there. */
export async function writeEvents(
  client: pg.PoolClient,
  tenantId: string,
  events: DomainEvent[],
): Promise<void> {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  for (const { type, subject, data } of events) {
    await client.query(
      `INSERT INTO outbox (tenant_id, event_id, type, subject, data, traceparent)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tenantId,
        uuidv7(),
        type,
        subject,
        JSON.stringify(data),
        carrier.traceparent ?? null,
      ],
    );
  }
}
