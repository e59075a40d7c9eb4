import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Artifact,
  ArtifactContent,
  ArtifactEvent,
  Page,
  Revision,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../database/database';
import type { ArtifactRow } from '../database/tables';
import { getContent } from './contents';
import { revisionOf } from './fold';
import { artifactOfRow, eventOfRow } from './rows';

/** The projection's row. @throws NotFoundError, the same for a foreign artifact as for none */
export async function readRow(
  tx: TenantTransaction,
  id: string,
): Promise<ArtifactRow> {
  const row = await tx.from('artifacts').where({ id }).first();
  if (!row) throw new NotFoundError(`There is no artifact ${id}`);
  return row;
}

/** An artifact without its content. @throws NotFoundError */
export async function readArtifact(
  tx: TenantTransaction,
  id: string,
): Promise<Artifact> {
  return artifactOfRow(await readRow(tx, id));
}

/** The events of an artifact, oldest first. @throws NotFoundError */
export async function listEvents(
  tx: TenantTransaction,
  id: string,
  after = 0,
): Promise<ArtifactEvent[]> {
  await readRow(tx, id);
  const rows = await tx
    .from('artifact_events')
    .where({ artifact_id: id })
    .andWhere('sequence', '>', after)
    .orderBy('sequence');
  return rows.map(eventOfRow);
}

/** The revisions of an artifact, newest first. @throws NotFoundError */
export async function listRevisions(
  tx: TenantTransaction,
  id: string,
): Promise<Revision[]> {
  const events = await listEvents(tx, id);
  return events
    .filter(event => event.type === 'revision-made')
    .map(revisionOf)
    .reverse();
}

/**
 * The content as it stood at a sequence, the newest where none is given.
 *
 * @throws NotFoundError, InputError where the artifact has no such sequence
 */
export async function readContent(
  tx: TenantTransaction,
  id: string,
  at?: number,
): Promise<ArtifactContent> {
  const row = await readRow(tx, id);
  const sequence = at ?? row.sequence;
  if (sequence < 1 || sequence > row.sequence) {
    throw new InputError(
      `sequence: artifact ${id} has the sequences 1 to ${row.sequence}, not ${sequence}`,
    );
  }
  const last = await tx
    .from('artifact_events')
    .where({ artifact_id: id })
    .andWhere('sequence', '<=', sequence)
    .whereIn('type', ['artifact-created', 'content-changed'])
    .orderBy('sequence', 'desc')
    .first();
  const { digest } = JSON.parse(last!.data) as { digest: string };
  return { sequence, digest, content: await getContent(tx, digest) };
}

/** What `GET /artifacts` can be narrowed by. */
export interface ArtifactFilter {
  search?: string;
  kind?: string;
  owner?: string;
  pageSize: number;
  /** How many to leave out, from the page before. */
  offset: number;
}

/** Artifacts, the last changed first. */
export async function listArtifacts(
  tx: TenantTransaction,
  { search, kind, owner, pageSize, offset }: ArtifactFilter,
): Promise<Page<Artifact>> {
  const matching = () => {
    const query = tx.from('artifacts');
    if (kind) query.where({ kind });
    if (owner) query.where({ owner });
    if (search) {
      const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      query.whereRaw(
        `(lower(title) LIKE ? ESCAPE '\\' OR id LIKE ? ESCAPE '\\')`,
        [pattern, pattern],
      );
    }
    return query;
  };
  const [{ total }] = await matching().count<{ total: number | string }[]>({
    total: '*',
  });
  const rows = await matching()
    .orderBy([{ column: 'updated_at', order: 'desc' }, 'id'])
    .limit(pageSize)
    .offset(offset);
  const totalSize = Number(total);
  const next = offset + rows.length;
  return {
    items: rows.map(artifactOfRow),
    totalSize,
    ...(next < totalSize && { nextPageToken: String(next) }),
  };
}
