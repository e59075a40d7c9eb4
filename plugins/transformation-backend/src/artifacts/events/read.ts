import type { ArtifactEvent } from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../../database/database';
import { eventOfRow } from './rows';

/**
 * The events of a stream, oldest first.
 *
 * @param after - leaves out the events up to this sequence
 * @param to - and those behind this one
 */
export async function readEvents(
  tx: TenantTransaction,
  id: string,
  after = 0,
  to?: number,
): Promise<ArtifactEvent[]> {
  const query = tx
    .from('artifact_events')
    .where({ artifact_id: id })
    .andWhere('sequence', '>', after);
  if (to !== undefined) query.andWhere('sequence', '<=', to);
  return (await query.orderBy('sequence')).map(eventOfRow);
}
