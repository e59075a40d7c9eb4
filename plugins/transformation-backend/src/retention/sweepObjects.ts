import { keptContents } from '../artifacts/contents';
import type { TransformationDatabase } from '../database/database';
import type { ObjectStorage, StoredObject } from '../objects/objectStorage';

/**
 * Removes objects from before a time that no row names: those of transactions
 * that were rolled back, of swept uploads, of purged tenants.
 *
 * @returns how many went
 */
export async function sweepObjects(
  database: TransformationDatabase,
  objects: ObjectStorage,
  before: Date,
): Promise<number> {
  let removed = 0;
  for await (const page of objects.list()) {
    const old = page.filter(({ modifiedAt }) => modifiedAt < before);
    for (const [tenant, digests] of byTenant(old)) {
      const named = await database.inTenant(tenant, tx =>
        keptContents(tx, digests),
      );
      for (const digest of digests.filter(item => !named.has(item))) {
        if (await removeOrphan(database, objects, tenant, digest)) removed++;
      }
    }
  }
  return removed;
}

/**
 * Removes an object unless a row names it. Holds the row that a writer of the
 * same content would make until the object is gone: the writer waits for it,
 * and then stores the content anew.
 *
 * @returns whether it was removed
 */
export function removeOrphan(
  database: TransformationDatabase,
  objects: ObjectStorage,
  tenant: string,
  digest: string,
): Promise<boolean> {
  return database.inTenant(tenant, async tx => {
    const [held] = await tx
      .insert('artifact_contents', {
        digest,
        content: '',
        storage: 'object',
        kept: false,
        uploaded_at: null,
      })
      .onConflict(['tenant', 'digest'])
      .ignore()
      .returning('digest');
    if (!held) return false;
    await objects.remove(tenant, [digest]);
    await tx.from('artifact_contents').where({ digest }).delete();
    return true;
  });
}

function byTenant(objects: StoredObject[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { tenant, digest } of objects) {
    found.set(tenant, [...(found.get(tenant) ?? []), digest]);
  }
  return found;
}
