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
export const MOST_FOUND = 500;

/** How far is counted to tell rare words from common ones. */
const MOST_COMPARED = 5_000;

/** The most artifacts that are looked into one by one. */
const MOST_LOOKED_INTO = 2_500;

/** The most words of a query that are looked for. */
const MOST_TERMS = 8;

/** Where a page ended: in the words that begin with the leading one. */
const place = z.object({
  leading: z.string(),
  /** Whether it was looked for in few artifacts, one after the other. */
  inFew: z.boolean(),
  word: z.string(),
  place: z.int(),
  id: z.string(),
  /** As it was counted for the first page. */
  totalSize: z.int(),
});

/** Where an artifact stands among those that were found. */
interface Hit {
  word: string;
  place: number;
  id: string;
}

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
  const { leading, inFew } = from ?? (await planOf(tx, terms, filter));
  const matches = inFew
    ? inFewArtifacts(tx, leading, terms, filter)
    : inOrderOfWords(tx, leading, terms, filter);
  if (from) {
    matches.whereRaw('(hit.word, hit.place, hit.artifact_id) > (?, ?, ?)', [
      from.word,
      from.place,
      from.id,
    ]);
  }
  // the first page is read on to the end of what is counted: once, not twice
  const most = Math.max(pageSize + 1, from ? 0 : MOST_FOUND);
  const hits: Hit[] = await matches
    .orderBy(['hit.word', 'hit.place', 'hit.artifact_id'])
    .limit(most)
    .select('hit.word', 'hit.place', 'hit.artifact_id as id');
  const totalSize = from?.totalSize ?? Math.min(hits.length, MOST_FOUND);
  const shown = hits.slice(0, pageSize);
  return {
    items: await listed(
      tx,
      shown.map(({ id }) => id),
      terms,
    ),
    totalSize,
    ...(hits.length > pageSize && {
      nextPageToken: writePageToken({
        ...shown.at(-1)!,
        leading,
        inFew,
        totalSize,
      }),
    }),
  };
}

/**
 * The first word of each artifact that begins with the leading term, where it
 * has all terms. The words are read in their order, until there are enough.
 */
function inOrderOfWords(
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
  // an artifact that has several such words is found by the first of them
  query.whereNotExists(
    wordsOfArtifact(tx, 'better', leading).whereRaw('better.word < hit.word'),
  );
  for (const term of terms.filter(other => other !== leading)) {
    query.whereExists(wordsOfArtifact(tx, 'other', term));
  }
  return query;
}

/**
 * The same, looked up for one artifact after the other: for a filter that lets
 * few of them through, while many have the words. The word has its place behind
 * it, so that both are one look; a space comes before all that words are made of.
 */
function inFewArtifacts(
  tx: TenantTransaction,
  leading: string,
  terms: string[],
  filter: ArtifactFilter,
): Knex.QueryBuilder {
  // neither engine makes a join of this, which would begin with the words
  const first = (term: string) =>
    wordsOfArtifact(tx, 'first', term)
      .select({ word: tx.raw(`first.word || ' ' || first.place`) })
      .orderBy('first.word')
      .limit(1);
  const artifacts = tagged(tx, filter).select(
    'artifacts.id as artifact_id',
    first(leading).as('word'),
    tx.raw('0 as place'),
  );
  for (const term of terms.filter(other => other !== leading)) {
    artifacts.whereRaw('(?) is not null', [first(term)]);
  }
  return tx.each(artifacts, 'hit').whereNotNull('hit.word');
}

/** What a filter lets through; one for a tag begins with what has its words. */
function tagged(
  tx: TenantTransaction,
  filter: ArtifactFilter,
): Knex.QueryBuilder {
  const query: Knex.QueryBuilder = matching(tx, filter);
  const [word] = wordsOf(filter.tag ?? '').sort((a, b) => b.length - a.length);
  if (word) {
    const having = tx
      .from('artifact_words', 'tag')
      .where('tag.word', word)
      .where('tag.place', '<=', 1)
      .select('tag.artifact_id');
    query.whereIn('artifacts.id', having);
  }
  return query;
}

/** The words of the artifact of the query around it that begin with a term. */
function wordsOfArtifact(
  tx: TenantTransaction,
  alias: string,
  term: string,
): Knex.QueryBuilder {
  const words: Knex.QueryBuilder = tx
    .from('artifact_words', alias)
    .whereRaw('??.artifact_id = artifacts.id', [alias]);
  return beginningWith(words, alias, term);
}

/** The term that the fewest artifacts have leads; where these are many, it may be few that the filter lets through. */
async function planOf(
  tx: TenantTransaction,
  terms: string[],
  filter: ArtifactFilter,
): Promise<{ leading: string; inFew: boolean }> {
  const counts = [];
  for (const term of terms) {
    const hits = beginningWith(tx.from('artifact_words', 'hit'), 'hit', term);
    counts.push({ term, count: await tx.count(hits, MOST_COMPARED) });
  }
  const [{ term, count }] = counts.sort((a, b) => a.count - b.count);
  const lets = () => tx.count(tagged(tx, filter), MOST_LOOKED_INTO);
  return {
    leading: term,
    inFew: count === MOST_COMPARED && (await lets()) < MOST_LOOKED_INTO,
  };
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

/** Artifacts with where they have the terms, in the order of their ids. */
async function listed(
  tx: TenantTransaction,
  ids: string[],
  terms: string[],
): Promise<ListedArtifact[]> {
  const rows = await tx
    .from('artifacts')
    .leftJoin('artifact_texts', join =>
      join
        .on('artifact_texts.tenant', 'artifacts.tenant')
        .andOn('artifact_texts.artifact_id', 'artifacts.id'),
    )
    .whereIn('artifacts.id', ids)
    .select('artifacts.id', 'state', 'summary', 'text');
  const byId = new Map(rows.map(row => [row.id, row]));
  return ids.flatMap(id => {
    const row = byId.get(id);
    if (!row) return [];
    const { summary, text } = row;
    const snippet = snippetOf(`${summary ?? ''}\n${text ?? ''}`, terms);
    return {
      ...artifactOf(tx.tenant, stateOfRow(row)),
      ...(snippet !== undefined && { snippet }),
    };
  });
}
