import type { TenantTransaction } from '../../database/database';

/**
 * Takes away the row of a content that nothing names any more; where an event
 * still does, since somebody stored the very same text, it stays. An object is
 * left without a row, to be removed after the transaction.
 */
export async function removeContent(
  tx: TenantTransaction,
  digest: string,
): Promise<void> {
  const named = await tx
    .from('artifact_events')
    .where('data', 'like', `%${digest}%`)
    .first('sequence');
  if (named) return;
  await tx.from('artifact_contents').where({ digest }).delete();
}
