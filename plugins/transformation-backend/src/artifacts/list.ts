import { z } from 'zod';
import type {
  ListedArtifact,
  Page,
} from '@ameide/plugin-transformation-common';
import type { ArtifactCriteria } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../database/database';
import { narrow } from './criteria';
import { readPageToken, writePageToken } from './pageToken';
import { stateOfRow } from './projection';
import { searchArtifacts } from './search/find';
import { artifactOf } from './state';

/** What `GET /artifacts` can be narrowed by. */
export interface ArtifactFilter {
  /** Words, or how they begin; all of them have to be there. */
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

/** The most that is counted: it takes time, and nobody reads on that far. */
const MOST_COUNTED = 10_000;

/** Where a page ended. */
const place = z.object({ updatedAt: z.iso.datetime(), id: z.string() });

/** Artifacts, the last changed first; with `search` the best found first. @throws InputError where the page token is none */
export async function listArtifacts(
  tx: TenantTransaction,
  filter: ArtifactFilter,
): Promise<Page<ListedArtifact>> {
  const { search, pageSize, pageToken } = filter;
  if (search?.trim()) return searchArtifacts(tx, search, filter);
  const query = matching(tx, filter)
    .orderBy([{ column: 'updated_at', order: 'desc' }, 'id'])
    .limit(pageSize + 1)
    .select('state');
  if (pageToken !== undefined) {
    const { updatedAt, id } = readPageToken(place, pageToken);
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
  const last = items.at(-1);
  return {
    items,
    totalSize: await tx.count(matching(tx, filter), MOST_COUNTED),
    ...(rows.length > pageSize && {
      nextPageToken: writePageToken({
        updatedAt: last!.updatedAt,
        id: last!.id,
      }),
    }),
  };
}

/** The rows of `artifacts` that a filter lets through, whatever is searched. */
export function matching(
  tx: TenantTransaction,
  { kind, owner, tag, archived = false, criteria }: ArtifactFilter,
) {
  const query = tx.from('artifacts').where({ archived });
  if (criteria) narrow(query, criteria);
  if (kind) query.where({ kind });
  if (owner) query.where({ owner });
  // tags are of a-z, 0-9 and "-", hence the quoted one stands for itself
  if (tag) query.where('tags', 'like', `%${JSON.stringify(tag)}%`);
  return query;
}
