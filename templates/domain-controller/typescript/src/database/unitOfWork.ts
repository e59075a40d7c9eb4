import type pg from 'pg';
import { currentCaller } from '../caller.ts';
import { writeEvents, type DomainEvent } from './outbox.ts';

/** A transaction of the caller's tenant. */
export interface Work {
  tenantId: string;
  query: pg.PoolClient['query'];
  /** Tells of something that has happened, if the transaction commits. */
  emit(event: DomainEvent): void;
}

/**
 * Runs `work` in one transaction: all of it, with its events, or nothing. The
 * tenant is set for the transaction alone, so that no connection goes back to
 * the pool with one.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Work) => Promise<T>,
): Promise<T> {
  const { tenantId } = currentCaller();
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.tenant_id', $1, true)", [
      tenantId,
    ]);
    const events: DomainEvent[] = [];
    const result = await work({
      tenantId,
      query: client.query.bind(client) as pg.PoolClient['query'],
      emit: event => events.push(event),
    });
    await writeEvents(client, tenantId, events);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
