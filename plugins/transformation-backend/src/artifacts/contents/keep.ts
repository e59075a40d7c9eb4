import type { TenantTransaction } from '../../database/database';
import type { ContentRow } from '../../database/tables';
import { digestOf } from './digest';

/** Keeps a content under its digest, for good; the same content is kept once. */
export function putContent(
  tx: TenantTransaction,
  content: string,
): Promise<string> {
  return put(tx, content, { kept: true });
}

/** Keeps a content for a command that names it; what no command takes is swept some time after `now`. */
export async function putUpload(
  tx: TenantTransaction,
  content: string,
  now: Date,
): Promise<string> {
  // a tenant that never did anything else is swept too
  await tx
    .insert('outbox_heads', { position: 0 })
    .onConflict('tenant')
    .ignore();
  return put(tx, content, { uploaded_at: now.toISOString() });
}

/** Which of some digests a row names. */
export async function keptContents(
  tx: TenantTransaction,
  digests: string[],
): Promise<Set<string>> {
  return new Set<string>(
    await tx
      .from('artifact_contents')
      .whereIn('digest', digests)
      .pluck('digest'),
  );
}

/**
 * The row comes first and the object after it, before the transaction ends: a
 * sweep takes the same row before it takes an object away, so that the two
 * never pass each other by.
 */
async function put(
  tx: TenantTransaction,
  content: string,
  mark: Partial<Pick<ContentRow, 'kept' | 'uploaded_at'>>,
): Promise<string> {
  const digest = digestOf(content);
  for (;;) {
    const [made] = await tx
      .insert('artifact_contents', {
        digest,
        content: tx.objects ? '' : content,
        storage: tx.objects ? 'object' : 'database',
        kept: false,
        uploaded_at: null,
        ...mark,
      })
      .onConflict(['tenant', 'digest'])
      .ignore()
      .returning('digest');
    if (made) {
      await tx.objects?.put(tx.tenant, digest, content);
      return digest;
    }
    const marked = await tx
      .from('artifact_contents')
      .where({ digest })
      .update(mark);
    // nothing marked: a sweep took it between the two
    if (marked) return digest;
  }
}
