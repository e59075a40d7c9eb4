import { z } from 'zod';
import type { SearchDocumentPage } from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../../database/database';
import { readPageToken, writePageToken } from '../pageToken';
import { stateOfRow } from '../projection';
import { artifactOf } from '../state';

/** Where a page ended. */
const place = z.object({ id: z.string() });

/**
 * What the artifacts in use say, for another search, in the order of their ids.
 *
 * @throws InputError where the page token is none
 */
export async function listSearchDocuments(
  tx: TenantTransaction,
  { pageSize, pageToken }: { pageSize: number; pageToken?: string },
): Promise<SearchDocumentPage> {
  const query = tx
    .from('artifacts')
    .where({ archived: false })
    .join('artifact_texts', join =>
      join
        .on('artifact_texts.tenant', 'artifacts.tenant')
        .andOn('artifact_texts.artifact_id', 'artifacts.id'),
    )
    .orderBy('artifacts.id')
    .limit(pageSize + 1)
    .select('state', 'summary', 'text');
  if (pageToken !== undefined) {
    query.where('artifacts.id', '>', readPageToken(place, pageToken).id);
  }
  const rows: { state: string; summary: string; text: string }[] = await query;
  const items = rows.slice(0, pageSize).map(({ state, summary, text }) => {
    const { name, tenant, id, kind, owner, title, tags } = artifactOf(
      tx.tenant,
      stateOfRow({ state }),
    );
    return {
      name,
      tenant,
      id,
      kind,
      owner,
      title,
      text: [summary, tags.join(' '), text].filter(Boolean).join('\n'),
    };
  });
  return {
    items,
    ...(rows.length > pageSize && {
      nextPageToken: writePageToken({ id: items.at(-1)!.id }),
    }),
  };
}
