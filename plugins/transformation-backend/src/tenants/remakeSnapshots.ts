import { removeContent } from '../artifacts/contents';
import { readEvents } from '../artifacts/events/read';
import { fold } from '../artifacts/fold';
import { putSnapshot } from '../artifacts/snapshots';
import type { TenantTransaction } from '../database/database';
import type { SnapshotRow } from '../database/tables';

/**
 * Makes the snapshots of all artifacts again whose events name somebody: they
 * are states, and so name whoever the events named before.
 *
 * @returns the digests that they had
 */
export async function remakeSnapshots(
  tx: TenantTransaction,
  userEntityRef: string,
): Promise<string[]> {
  const ids: string[] = await tx
    .from('artifact_events')
    .where(named =>
      named
        .where('by', userEntityRef)
        .orWhere('data', 'like', `%${userEntityRef}%`),
    )
    .distinct('artifact_id')
    .pluck('artifact_id');
  const before: string[] = [];
  for (const id of ids) {
    const snapshots: SnapshotRow[] = await tx
      .from('artifact_snapshots')
      .where({ artifact_id: id })
      .orderBy('sequence');
    await tx.from('artifact_snapshots').where({ artifact_id: id }).delete();
    for (const { sequence, digest } of snapshots) {
      before.push(digest);
      await removeContent(tx, digest);
      await putSnapshot(tx, fold(await readEvents(tx, id, 0, sequence))!);
    }
  }
  return before;
}
