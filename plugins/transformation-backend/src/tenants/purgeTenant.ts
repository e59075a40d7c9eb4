import type { PurgeResult } from '@ameide/plugin-transformation-common';
import type { TransformationDatabase } from '../database/database';
import type { ObjectStorage } from '../objects/objectStorage';

/**
 * Takes everything of a tenant away: the rows of all tables in one transaction,
 * and then the objects, which no row names any more.
 */
export async function purgeTenant(
  database: TransformationDatabase,
  objects: ObjectStorage | undefined,
  tenant: string,
): Promise<PurgeResult> {
  const result: PurgeResult = { rows: {}, objects: 0 };
  await database.inTenant(tenant, async tx => {
    for (const { name, rows } of await tx.tables()) {
      result.rows[name] = await rows().delete();
    }
  });
  if (objects) {
    for await (const page of objects.list(tenant)) {
      const digests = page.map(({ digest }) => digest);
      await objects.remove(tenant, digests);
      result.objects += digests.length;
    }
  }
  return result;
}
