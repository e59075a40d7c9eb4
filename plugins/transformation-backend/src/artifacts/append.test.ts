import type { Knex } from 'knex';
import type { Tables } from '../database/tables';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import {
  ada,
  changeTo,
  command,
  creation,
  makeStore,
  olga,
} from '../__testUtils__/store';

jest.setTimeout(60_000);

const ID = 'lead-to-order';
const WRITTEN: (keyof Tables)[] = [
  'artifact_contents',
  'artifact_texts',
  'artifact_words',
  'artifact_events',
  'artifact_commands',
  'artifacts',
  'outbox',
];

/** Lets the database refuse what is written to a table, until the answer is called. */
async function refuse(knex: Knex, table: string): Promise<() => Promise<void>> {
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      `ALTER TABLE ?? ADD CONSTRAINT refused CHECK (false) NOT VALID`,
      [table],
    );
    return async () => {
      await knex.raw('ALTER TABLE ?? DROP CONSTRAINT refused', [table]);
    };
  }
  for (const verb of ['INSERT', 'UPDATE']) {
    await knex.raw(
      `CREATE TRIGGER refused_${verb} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    );
  }
  return async () => {
    await knex.raw('DROP TRIGGER refused_INSERT');
    await knex.raw('DROP TRIGGER refused_UPDATE');
  };
}

describe.each(ENGINES)('the unit of work on %s', databaseId => {
  const databases = emptyDatabases();

  it('is written as a whole or not at all, wherever it fails', async () => {
    const { knex, database, store } = await makeStore(databases, databaseId);
    await store.create(ada, creation());
    const rows = () =>
      database.inTenant('demo', async tx => {
        const found = [];
        for (const table of WRITTEN) found.push(await tx.from(table));
        return [...found, await tx.from('outbox_heads')];
      });
    const before = await rows();
    for (const table of [...WRITTEN, 'outbox_heads']) {
      const accept = await refuse(knex, table);
      await expect(store.create(ada, creation('Other', 'x'))).rejects.toThrow(
        'refused',
      );
      await expect(
        store.change(ada, ID, changeTo(1, 'changed')),
      ).rejects.toThrow('refused');
      // a comment writes no content, and is not searched
      const comments = /contents|texts|words/.test(table) ? [] : ['x'];
      for (const text of comments) {
        const said = command({ type: 'comment', expectedSequence: 1, text });
        await expect(store.change(ada, ID, said)).rejects.toThrow('refused');
      }
      expect(await rows()).toEqual(before);
      await accept();
    }
    await store.change(ada, ID, changeTo(1, 'changed'));
  });

  it('puts what many writers do into the outbox, in order and without gaps, tenant by tenant', async () => {
    const { store } = await makeStore(databases, databaseId);
    const titles = ['A', 'B', 'C', 'D', 'E', 'F'];
    const write = async (author: typeof ada, title: string) => {
      const { artifact } = await store.create(author, creation(title));
      for (let n = 1; n <= 5; n++) {
        await store.change(
          author,
          artifact.id,
          command({ type: 'comment', expectedSequence: n, text: `${n}` }),
        );
      }
    };
    await Promise.all([
      ...titles.map(title => write(ada, title)),
      ...titles.slice(0, 2).map(title => write(olga, title)),
    ]);
    const seen = [];
    // page by page, as a consumer with a cursor reads
    for (let after = 0; ; ) {
      const page = await store.changes('demo', after, 7);
      if (!page.length) break;
      seen.push(...page);
      after = page.at(-1)!.position;
    }
    expect(seen.map(({ position }) => position)).toEqual(
      Array.from({ length: 36 }, (_, n) => n + 1),
    );
    for (const title of titles) {
      const own = seen.filter(({ artifact }) =>
        artifact.endsWith(`/${title.toLowerCase()}`),
      );
      expect(own.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(own[0].type).toBe('ArtifactCreated');
    }
    expect(await store.changes('other', 0, 100)).toHaveLength(12);
  });

  it('finds a free id for each of several writers of one title', async () => {
    const { store } = await makeStore(databases, databaseId);
    const results = await Promise.all(
      Array.from({ length: 6 }, () => store.create(ada, creation())),
    );
    const ids = results.map(({ artifact }) => artifact.id).sort();
    expect(ids).toEqual([ID, ...[2, 3, 4, 5, 6].map(n => `${ID}-${n}`)]);
  });

  it('does one command once, however many send it at once', async () => {
    const { store } = await makeStore(databases, databaseId);
    const request = creation();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => store.create(ada, request)),
    );
    expect(results).toEqual(Array(5).fill(results[0]));
    expect(await store.changes('demo', 0, 100)).toHaveLength(1);
  });
});
