import type { TenantTransaction } from '../database/database';

/**
 * Takes away uploads from before a time that no command has taken; what one
 * has taken stays and can no longer be named.
 *
 * @returns how many contents went
 */
export async function sweepUploads(
  tx: TenantTransaction,
  before: Date,
): Promise<number> {
  const old = () =>
    tx
      .from('artifact_contents')
      .andWhere('uploaded_at', '<', before.toISOString());
  await old().where({ kept: true }).update({ uploaded_at: null });
  return old().where({ kept: false }).delete();
}

/**
 * Forgets what commands did before a time. Both have to be old: the id, whose
 * time is that of whoever made it and by which rows are found, and the event.
 *
 * @returns how many records went
 */
export async function sweepCommands(
  tx: TenantTransaction,
  before: Date,
): Promise<number> {
  const { tenant } = tx;
  return tx
    .from('artifact_commands')
    .andWhere('command_id', '<', firstIdAt(before))
    .whereExists(event =>
      event
        .from('artifact_events')
        .where({ 'artifact_events.tenant': tenant })
        .whereRaw('artifact_events.artifact_id = artifact_commands.artifact_id')
        .whereRaw('artifact_events.sequence = artifact_commands.sequence')
        .where('at', '<', before.toISOString()),
    )
    .delete();
}

/**
 * Takes away what was told before a time, from the first position up, so that
 * what is left has no gaps.
 *
 * @returns how many notices went
 */
export async function sweepOutbox(
  tx: TenantTransaction,
  before: Date,
): Promise<number> {
  const kept = await tx
    .from('outbox')
    .where('at', '>=', before.toISOString())
    .min<{ first: number | null }[]>({ first: 'position' });
  const first = kept[0].first;
  const old = tx.from('outbox');
  if (first !== null) old.andWhere('position', '<', first);
  return old.delete();
}

/** The smallest UUIDv7 of a millisecond: its first 48 bits are the time. */
function firstIdAt(time: Date): string {
  const digits = time.getTime().toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}
