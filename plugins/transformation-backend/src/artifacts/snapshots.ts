import stringify from 'safe-stable-stringify';
import type { TenantTransaction } from '../database/database';
import { getContent, putContent } from './contents';
import { readEvents } from './events/read';
import { fold } from './fold';
import { artifactState, STATE_VERSION, type ArtifactState } from './state';

/** After how many events a stream gets the next snapshot. */
const SNAPSHOT_EVERY = 100;

/** Whether the state behind an event is kept. */
export function isSnapshotDue({ sequence }: { sequence: number }): boolean {
  return sequence % SNAPSHOT_EVERY === 0;
}

/** The text whose SHA-256 tells one state from another: keys in the order of the alphabet. */
export function canonicalState(state: ArtifactState): string {
  return stringify(state);
}

/** Keeps a state under the digest of its canonical text. */
export async function putSnapshot(
  tx: TenantTransaction,
  state: ArtifactState,
): Promise<void> {
  await tx.insert('artifact_snapshots', {
    artifact_id: state.id,
    sequence: state.sequence,
    state_version: STATE_VERSION,
    digest: await putContent(tx, canonicalState(state)),
  });
}

/** The state at a sequence, from the nearest snapshot and the events behind it; undefined where there is no stream. */
export async function stateAt(
  tx: TenantTransaction,
  id: string,
  sequence: number,
): Promise<ArtifactState | undefined> {
  const snapshot = await tx
    .from('artifact_snapshots')
    .where({ artifact_id: id, state_version: STATE_VERSION })
    .andWhere('sequence', '<=', sequence)
    .orderBy('sequence', 'desc')
    .first();
  const start =
    snapshot &&
    artifactState.parse(JSON.parse(await getContent(tx, snapshot.digest)));
  const later = await readEvents(tx, id, start?.sequence, sequence);
  return fold(later, start);
}
