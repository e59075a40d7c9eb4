import { randomBytes } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { ErasureResult } from '@ameide/plugin-transformation-common';
import { getContent } from '../artifacts/contents';
import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import type { ObjectStorage } from '../objects/objectStorage';
import { removeOrphan } from '../retention/sweepObjects';
import { digestsOf } from './exportTenant';
import { remakeSnapshots } from './remakeSnapshots';

/** Where what people wrote is kept byte for byte. */
const CONTENTS = 'artifact_contents';

/**
 * Puts a pseudonym in place of a person, in every table of a tenant. It is
 * random, so that nobody finds the person by trying names, and one for all of
 * the person's deeds, so that who wrote something is still not who approved it.
 *
 * @throws InputError where the person is of another tenant
 */
export async function erasePerson(
  database: TransformationDatabase,
  objects: ObjectStorage | undefined,
  tenant: string,
  userEntityRef: string,
): Promise<ErasureResult> {
  if (!userEntityRef.startsWith(`user:${tenant}/`)) {
    throw new InputError(
      `userEntityRef: ${userEntityRef} is no person of the tenant ${tenant}; name one as user:${tenant}/NAME`,
    );
  }
  const pseudonym = `user:${tenant}/erased-${randomBytes(8).toString('hex')}`;
  const { changed, snapshots } = await database.inTenant(tenant, async tx => ({
    changed: await replaceEverywhere(tx, userEntityRef, pseudonym),
    snapshots: await remakeSnapshots(tx, pseudonym),
  }));
  if (objects) {
    for (const digest of snapshots) {
      await removeOrphan(database, objects, tenant, digest);
    }
  }
  const mentionedIn = await mentions(database, tenant, userEntityRef);
  return { pseudonym, changed, mentionedIn };
}

async function replaceEverywhere(
  tx: TenantTransaction,
  ref: string,
  pseudonym: string,
): Promise<Record<string, number>> {
  const named = patternOf(ref);
  const like = `%${ref.replace(/[\\%_]/g, '\\$&')}%`;
  const changed: Record<string, number> = {};
  for (const { name, rows, textColumns } of await tx.tables()) {
    if (name === CONTENTS) continue;
    for (const column of textColumns) {
      const values: string[] = await rows()
        .whereRaw(`lower(??) LIKE ? ESCAPE '\\'`, [column, like])
        .distinct(column)
        .pluck(column);
      for (const value of values) {
        const replaced = value.replace(named, pseudonym);
        if (replaced === value) continue;
        const count = await rows()
          .where(column, value)
          .update({ [column]: replaced });
        changed[name] = (changed[name] ?? 0) + count;
      }
    }
  }
  return changed;
}

/** The reference wherever it stands, but not as the beginning of a longer one. */
function patternOf(ref: string): RegExp {
  const literal = ref.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${literal}(?![\\w-]|\\.\\w)`, 'gi');
}

/** The artifacts in whose contents the reference is written. */
async function mentions(
  database: TransformationDatabase,
  tenant: string,
  ref: string,
): Promise<string[]> {
  const named = patternOf(ref);
  const ids = await database.inTenant<string[]>(tenant, tx =>
    tx.from('artifacts').orderBy('id').pluck('id'),
  );
  const found: string[] = [];
  for (const id of ids) {
    const mentioned = await database.inTenant(tenant, async tx => {
      const events = await tx
        .from('artifact_events')
        .where({ artifact_id: id });
      for (const digest of new Set(digestsOf(events))) {
        if ((await getContent(tx, digest)).search(named) >= 0) return true;
      }
      return false;
    });
    if (mentioned) found.push(id);
  }
  return found;
}
