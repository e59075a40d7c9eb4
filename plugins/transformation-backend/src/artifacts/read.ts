import { InputError } from '@backstage/errors';
import type {
  Artifact,
  ArtifactContent,
  ArtifactEvent,
  Page,
  Revision,
} from '@ameide/plugin-transformation-common';
import type { ArtifactCriteria } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../database/database';
import { getContent, openContent } from './contents';
import { narrow } from './criteria';
import { readEvents } from './events/read';
import { readPageToken, writePageToken } from './pageToken';
import { readState, stateOfRow } from './projection';
import { artifactOf } from './state';

/** An artifact without its content. @throws NotFoundError */
export async function readArtifact(
  tx: TenantTransaction,
  id: string,
): Promise<Artifact> {
  return artifactOf(tx.tenant, await readState(tx, id));
}

/** Those of some ids that are there, in no order. */
export async function findArtifacts(
  tx: TenantTransaction,
  ids: string[],
  criteria?: ArtifactCriteria,
): Promise<Artifact[]> {
  const query = tx.from('artifacts').whereIn('id', ids).select('state');
  if (criteria) narrow(query, criteria);
  return (await query).map(row => artifactOf(tx.tenant, stateOfRow(row)));
}

/** The events of an artifact behind a sequence, oldest first. @throws NotFoundError */
export async function listEvents(
  tx: TenantTransaction,
  id: string,
  after = 0,
): Promise<ArtifactEvent[]> {
  await readState(tx, id);
  return readEvents(tx, id, after);
}

/** The revisions of an artifact, newest first. @throws NotFoundError */
export async function listRevisions(
  tx: TenantTransaction,
  id: string,
): Promise<Revision[]> {
  return (await readState(tx, id)).revisions.reverse();
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
  const { sequence, digest } = await contentAt(tx, id, at);
  return { sequence, digest, content: await getContent(tx, digest) };
}

/**
 * The same, to be opened as a stream after the transaction.
 *
 * @throws NotFoundError, InputError where the artifact has no such sequence
 */
export async function openDownload(
  tx: TenantTransaction,
  id: string,
  at?: number,
) {
  const found = await contentAt(tx, id, at);
  return { ...found, open: await openContent(tx, found.digest) };
}

async function contentAt(tx: TenantTransaction, id: string, at?: number) {
  const state = await readState(tx, id);
  const sequence = at ?? state.sequence;
  if (sequence < 1 || sequence > state.sequence) {
    throw new InputError(
      `sequence: artifact ${id} has the sequences 1 to ${state.sequence}, not ${sequence}`,
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
  return { kind: state.kind, sequence, digest };
}

/** What `GET /artifacts` can be narrowed by. */
export interface ArtifactFilter {
  search?: string;
  kind?: string;
  owner?: string;
  tag?: string;
  /** Archived artifacts, in place of those in use. */
  archived?: boolean;
  /** What the caller may see; everything where absent. */
  criteria?: ArtifactCriteria;
  pageSize: number;
  /** The `nextPageToken` of the page before. */
  pageToken?: string;
}

/** Artifacts, the last changed first. @throws InputError where the page token is none */
export async function listArtifacts(
  tx: TenantTransaction,
  filter: ArtifactFilter,
): Promise<Page<Artifact>> {
  const { pageSize, pageToken } = filter;
  const [{ total }] = await matching(tx, filter).count<
    { total: number | string }[]
  >({ total: '*' });
  const query = matching(tx, filter)
    .orderBy([{ column: 'updated_at', order: 'desc' }, 'id'])
    .limit(pageSize + 1);
  if (pageToken !== undefined) {
    const { updatedAt, id } = readPageToken(pageToken);
    // behind the last one that was seen, whatever was changed since
    query.whereRaw('(updated_at < ? OR (updated_at = ? AND id > ?))', [
      updatedAt,
      updatedAt,
      id,
    ]);
  }
  const rows = await query;
  const items = rows
    .slice(0, pageSize)
    .map(row => artifactOf(tx.tenant, stateOfRow(row)));
  return {
    items,
    totalSize: Number(total),
    ...(rows.length > pageSize && {
      nextPageToken: writePageToken(items[items.length - 1]),
    }),
  };
}

function matching(
  tx: TenantTransaction,
  { search, kind, owner, tag, archived = false, criteria }: ArtifactFilter,
) {
  const query = tx.from('artifacts').where({ archived });
  if (criteria) narrow(query, criteria);
  if (kind) query.where({ kind });
  if (owner) query.where({ owner });
  // tags are of a-z, 0-9 and "-", hence the quoted one stands for itself
  if (tag) query.where('tags', 'like', `%${JSON.stringify(tag)}%`);
  if (search) {
    const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    query.whereRaw(
      `(lower(title) LIKE ? ESCAPE '\\' OR id LIKE ? ESCAPE '\\')`,
      [pattern, pattern],
    );
  }
  return query;
}
