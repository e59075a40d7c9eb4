import type { Knex } from 'knex';
import { z } from 'zod';
import type {
  ListedArtifact,
  Page,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../../database/database';
import { matching, type ArtifactFilter } from '../list';
import { readPageToken, writePageToken } from '../pageToken';
import { stateOfRow } from '../projection';
import { artifactOf } from '../state';
import { snippetOf } from './snippet';
import { wordsOf } from './words';

/** The most that is counted: nobody reads on that far. */
export const MOST_FOUND = 1_000;

/** How far is counted to tell rare words from common ones. */
const MOST_COMPARED = 20_000;

/** The most words of a query that are looked for. */
const MOST_TERMS = 8;

/** Where a page ended: in the words that begin with the leading one. */
const place = z.object({
  leading: z.string(),
  word: z.string(),
  place: z.int(),
  id: z.string(),
});

/**
 * Artifacts that have all words of a query, or words that begin with them. The
 * rarest word leads: first come those that have it as it is, and among these
 * those that have it in their title, their id or tags, their summary, their
 * text.
 *
 * @throws InputError where the page token is none
 */
export async function searchArtifacts(
  tx: TenantTransaction,
  query: string,
  filter: ArtifactFilter,
): Promise<Page<ListedArtifact>> {
  const terms = wordsOf(query).slice(0, MOST_TERMS);
  if (!terms.length) return { items: [], totalSize: 0 };
  const { pageSize, pageToken } = filter;
  const from =
    pageToken === undefined ? undefined : readPageToken(place, pageToken);
  const leading = from?.leading ?? (await rarest(tx, terms));
  const found = () => withWords(tx, leading, terms, filter);

  const page = found()
    .orderBy(['hit.word', 'hit.place', 'hit.artifact_id'])
    .limit(pageSize + 1)
    .select(
      'artifacts.state',
      'hit.word',
      'hit.place',
      'hit.artifact_id as id',
    );
  if (from) {
    page.whereRaw('(hit.word, hit.place, hit.artifact_id) > (?, ?, ?)', [
      from.word,
      from.place,
      from.id,
    ]);
  }
  const rows: { state: string; word: string; place: number; id: string }[] =
    await page;
  const shown = rows.slice(0, pageSize);
  const snippets = await snippetsOf(
    tx,
    shown.map(({ id }) => id),
    terms,
  );
  const last = shown.at(-1);
  return {
    items: shown.map(row => ({
      ...artifactOf(tx.tenant, stateOfRow(row)),
      ...snippets.get(row.id),
    })),
    totalSize: await tx.count(found(), MOST_FOUND),
    ...(rows.length > pageSize && {
      nextPageToken: writePageToken({
        leading,
        word: last!.word,
        place: last!.place,
        id: last!.id,
      }),
    }),
  };
}

/** The rows of `artifacts` that have all terms; `hit` is the first word that begins with the leading one. */
function withWords(
  tx: TenantTransaction,
  leading: string,
  terms: string[],
  filter: ArtifactFilter,
): Knex.QueryBuilder {
  const query: Knex.QueryBuilder = matching(tx, filter)
    .join('artifact_words as hit', join =>
      join
        .on('hit.tenant', 'artifacts.tenant')
        .andOn('hit.artifact_id', 'artifacts.id'),
    )
    .where('hit.tenant', tx.tenant);
  beginningWith(query, 'hit', leading);
  const ofArtifact = (alias: string) =>
    tx
      .from('artifact_words', alias)
      .whereRaw('??.artifact_id = artifacts.id', [alias]);
  // an artifact that has several such words is found by the first of them
  query.whereNotExists(
    beginningWith(ofArtifact('better'), 'better', leading).whereRaw(
      'better.word < hit.word',
    ),
  );
  for (const term of terms.filter(other => other !== leading)) {
    query.whereExists(beginningWith(ofArtifact('other'), 'other', term));
  }
  return query;
}

/** The term that the fewest artifacts have. */
async function rarest(tx: TenantTransaction, terms: string[]): Promise<string> {
  if (terms.length === 1) return terms[0];
  const counts = [];
  for (const term of terms) {
    const hits = beginningWith(tx.from('artifact_words', 'hit'), 'hit', term);
    counts.push({ term, count: await tx.count(hits, MOST_COMPARED) });
  }
  return counts.sort((a, b) => a.count - b.count)[0].term;
}

function beginningWith<Q extends Knex.QueryBuilder>(
  query: Q,
  alias: string,
  term: string,
): Q {
  query
    .where(`${alias}.word`, '>=', term)
    // behind all that begin with it, in the order of bytes
    .where(`${alias}.word`, '<', `${term}\u{10FFFF}`);
  return query;
}

async function snippetsOf(
  tx: TenantTransaction,
  ids: string[],
  terms: string[],
): Promise<Map<string, { snippet?: string }>> {
  const rows = await tx.from('artifact_texts').whereIn('artifact_id', ids);
  return new Map(
    rows.map(({ artifact_id, summary, text }) => {
      const snippet = snippetOf(`${summary}\n${text}`, terms);
      return [artifact_id, snippet === undefined ? {} : { snippet }];
    }),
  );
}
