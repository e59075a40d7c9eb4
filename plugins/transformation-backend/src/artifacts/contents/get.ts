import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { TenantTransaction } from '../../database/database';
import { digestOf, verifiedBy } from './digest';

/** What is stored under a digest is missing, or is something else. */
export class ContentDamagedError extends Error {
  constructor(where: string, cause?: unknown) {
    super(
      `The content ${where} is missing or damaged; an administrator restores it from a backup`,
      { cause },
    );
    this.name = 'ContentDamagedError';
  }
}

/** The content of a digest, checked against it. @throws ContentDamagedError */
export async function getContent(
  tx: TenantTransaction,
  digest: string,
): Promise<string> {
  const found = await find(tx, digest);
  if (typeof found !== 'string') {
    // as a buffer: what reads text takes a byte order mark away
    return (await buffer(await found())).toString('utf8');
  }
  if (digestOf(found) !== digest) throw new ContentDamagedError(digest);
  return found;
}

/**
 * The bytes of a content as a stream, to be opened after the transaction. It
 * ends with an error, and without its last bytes, where they are not those of
 * the digest. A database gives a content as a whole; object storage does not.
 *
 * @throws ContentDamagedError
 */
export async function openContent(
  tx: TenantTransaction,
  digest: string,
): Promise<() => Promise<Readable>> {
  const found = await find(tx, digest);
  if (typeof found !== 'string') return found;
  if (digestOf(found) !== digest) throw new ContentDamagedError(digest);
  return async () => Readable.from([Buffer.from(found, 'utf8')]);
}

/** The text of a row, or what opens the object that it stands for. */
async function find(
  { from, objects, tenant }: TenantTransaction,
  digest: string,
): Promise<string | (() => Promise<Readable>)> {
  const row = await from('artifact_contents')
    .where({ digest })
    .first('content', 'storage');
  if (!row) throw new ContentDamagedError(digest);
  if (row.storage === 'database') return row.content;
  if (!objects) {
    throw new Error(
      `The content ${digest} is in object storage, and transformation.snapshots.s3 names none`,
    );
  }
  return async () => {
    const where = objects.nameOf(tenant, digest);
    const object = await objects.open(tenant, digest);
    if (!object) throw new ContentDamagedError(where);
    const verified = verifiedBy(digest, () => new ContentDamagedError(where));
    object.once('error', error => verified.destroy(error));
    verified.once('close', () => object.destroy());
    return object.pipe(verified);
  };
}
