import type { ContentDescription } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../../database/database';
import type { ArtifactState } from '../state';
import { wordsByPlace } from './words';

/** What a content says, as far as it is searched. */
export type SearchTexts = Pick<ContentDescription, 'summary' | 'searchText'>;

/** SQLite takes no more than 500 rows in one statement. */
const ROWS_AT_ONCE = 400;

/**
 * Writes what an artifact is found by, with the rest of what a command writes.
 *
 * @param texts - of its new content; absent where a command left the content as it was
 */
export async function putSearch(
  tx: TenantTransaction,
  state: ArtifactState,
  texts: SearchTexts | undefined,
): Promise<void> {
  const { id, title, tags, digest } = state;
  const kept = texts
    ? await putTexts(tx, id, digest, texts)
    : await textsOf(tx, id);
  // an artifact of a former release that has not had its turn yet
  if (!kept) return;
  const names = [id, ...tags].join(' ');
  await putWords(
    tx,
    id,
    wordsByPlace([title, names, kept.summary, kept.searchText]),
  );
}

/** What the content of an artifact says; undefined where that was not looked at yet. */
export async function textsOf(
  tx: TenantTransaction,
  id: string,
): Promise<(SearchTexts & { digest: string }) | undefined> {
  const row = await tx
    .from('artifact_texts')
    .where({ artifact_id: id })
    .first();
  return (
    row && { digest: row.digest, summary: row.summary, searchText: row.text }
  );
}

async function putTexts(
  tx: TenantTransaction,
  id: string,
  digest: string,
  texts: SearchTexts,
): Promise<SearchTexts> {
  await tx
    .insert('artifact_texts', {
      artifact_id: id,
      digest,
      summary: texts.summary,
      text: texts.searchText,
    })
    .onConflict(['tenant', 'artifact_id'])
    .merge(['digest', 'summary', 'text']);
  return texts;
}

/** Writes no more than the difference: most changes touch few words. */
async function putWords(
  tx: TenantTransaction,
  id: string,
  words: Map<string, number>,
): Promise<void> {
  const before = await tx.from('artifact_words').where({ artifact_id: id });
  const gone = before.filter(({ word, place }) => words.get(word) !== place);
  const kept = new Set(before.map(({ word }) => word));
  gone.forEach(({ word }) => kept.delete(word));
  const added = [...words]
    .filter(([word]) => !kept.has(word))
    .map(([word, place]) => ({ word, place, artifact_id: id }));
  for (const rows of chunks(gone)) {
    const old = rows.map(({ word }) => word);
    await tx
      .from('artifact_words')
      .where({ artifact_id: id })
      .whereIn('word', old)
      .delete();
  }
  for (const rows of chunks(added)) await tx.insert('artifact_words', rows);
}

function chunks<T>(items: T[]): T[][] {
  return Array.from(
    { length: Math.ceil(items.length / ROWS_AT_ONCE) },
    (_, n) => items.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE),
  );
}
