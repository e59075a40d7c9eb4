import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import type { Tables } from '../database/tables';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import {
  ada,
  changeTo,
  command,
  creation,
  makeStore,
  olga,
  plainKind,
} from '../__testUtils__/store';
import { createArtifactStore } from './store';

jest.setTimeout(60_000);

const ID = 'lead-to-order';
const WRITTEN: (keyof Tables)[] = [
  'artifact_contents',
  'artifact_events',
  'artifact_commands',
  'artifacts',
  'outbox',
];

/** A store whose database refuses to write to one table. */
const storeThatFails = (
  database: TransformationDatabase,
  failing: keyof Tables,
) => {
  const inTenant: TransformationDatabase['inTenant'] = (tenant, work) =>
    database.inTenant(tenant, tx =>
      work({
        ...tx,
        insert: (...args: Parameters<TenantTransaction['insert']>) => {
          if (args[0] === failing) throw new Error(`no ${failing} today`);
          return tx.insert(...args);
        },
      } as TenantTransaction),
    );
  return createArtifactStore({
    database: { ...database, inTenant },
    kinds: new Map([['bpmn', plainKind]]),
    entityExists: async () => true,
  });
};

describe.each(ENGINES)('the unit of work on %s', databaseId => {
  const databases = emptyDatabases();

  it('is written as a whole or not at all, wherever it fails', async () => {
    const { database, store } = await makeStore(databases, databaseId);
    await store.create(ada, creation());
    const rows = () =>
      database.inTenant('demo', async tx => {
        const found = [];
        for (const table of WRITTEN) found.push(await tx.from(table));
        return [...found, await tx.from('outbox_heads')];
      });
    const before = await rows();
    for (const table of WRITTEN) {
      const broken = storeThatFails(database, table);
      await expect(broken.create(ada, creation('Other', 'x'))).rejects.toThrow(
        `no ${table} today`,
      );
      expect(await rows()).toEqual(before);
    }
    // a command to what is there updates the projection, and inserts the rest
    for (const table of WRITTEN.filter(name => name !== 'artifacts')) {
      const broken = storeThatFails(database, table);
      await expect(
        broken.change(ada, ID, changeTo(1, 'changed')),
      ).rejects.toThrow(`no ${table} today`);
      expect(await rows()).toEqual(before);
    }
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
