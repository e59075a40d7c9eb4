import type { TenantTransaction } from './database';
import type { OutboxRow } from './tables';

/** What is told, before it has its position. */
export type NewNotice = Omit<OutboxRow, 'tenant' | 'position'>;

/**
 * Writes what is to be told. Positions count from 1 in a tenant and have no
 * gaps: the row that counts is locked until the transaction ends, so that
 * whoever reads up to a position has seen all there will ever be below it. It
 * is the last thing that a transaction does, to keep that time short.
 */
export async function putNotices(
  tx: TenantTransaction,
  notices: NewNotice[],
): Promise<void> {
  const last = await takePositions(tx, notices.length);
  await tx.insert(
    'outbox',
    notices.map((notice, index) => ({
      position: last - notices.length + index + 1,
      ...notice,
    })),
  );
}

/**
 * Takes positions in the outbox, which have no gaps: the row that counts them
 * is locked until the transaction ends.
 *
 * @returns the last of `count` positions that nobody else gets
 */
async function takePositions(
  tx: TenantTransaction,
  count: number,
): Promise<number> {
  const [head] = await tx
    .from('outbox_heads')
    .increment('position', count)
    .returning('position');
  if (head) return head.position;
  await tx.insert('outbox_heads', { position: count });
  return count;
}
