import { emptyDatabases, ENGINES } from '../../__testUtils__/databases';
import {
  ada,
  changeTo,
  command,
  creation,
  makeStore,
  olga,
  plainKind,
} from '../../__testUtils__/store';
import { listArtifacts } from '../list';
import { MOST_FOUND } from './find';
import { rebuildSearch } from './rebuild';

jest.setTimeout(60_000);

describe.each(ENGINES)('searching on %s', databaseId => {
  const databases = emptyDatabases();
  const make = async () => {
    const made = await makeStore(databases, databaseId);
    const search = async (text: string, more = {}) =>
      made.store.list('demo', { search: text, pageSize: 50, ...more });
    const ids = async (text: string, more = {}) =>
      (await search(text, more)).items.map(({ id }) => id);
    return { ...made, search, ids };
  };

  it('finds what has all words, in title, id, tags or content, whole ones and titles first', async () => {
    const { store, search, ids } = await make();
    await store.create(ada, creation('Invoices', 'Send the Qualified lead'));
    await store.create(ada, creation('Lead to order', 'qualifyLead'));
    await store.create(ada, creation('Leads', 'Answer'));
    await store.create(ada, { ...creation('Other', 'x'), id: 'the-lead' });
    await store.create(olga, creation('Lead', 'lead'));
    // the title, the id, the text; and then longer words
    expect(await ids('lead')).toEqual([
      'lead-to-order',
      'the-lead',
      'invoices',
      'leads',
    ]);
    expect(await ids('LEAD, qual')).toEqual(['invoices', 'lead-to-order']);
    expect(await ids('lead nowhere')).toEqual([]);
    expect(await ids('!')).toEqual([]);
    expect((await search('send')).items[0].snippet).toBe(
      'Send the Qualified lead',
    );
    expect((await search('lead')).totalSize).toBe(4);
    expect(await ids('lead', { owner: 'user:demo/nobody' })).toEqual([]);
  });

  it('follows every change, as the rest of what a command writes', async () => {
    const { store, ids } = await make();
    await store.create(ada, creation('Plan', 'alpha beta'));
    await store.change(ada, 'plan', changeTo(1, 'beta gamma'));
    const seen = async () => [
      await ids('alpha'),
      await ids('gamma'),
      await ids('renamed'),
      await ids('core'),
    ];
    expect(await seen()).toEqual([[], ['plan'], [], []]);
    const give = (given: object, expectedSequence: number) =>
      store.change(
        ada,
        'plan',
        command({ ...given, expectedSequence } as never),
      );
    await give({ type: 'rename', title: 'Renamed' }, 2);
    await give({ type: 'tag', tags: ['core'] }, 3);
    expect(await seen()).toEqual([[], ['plan'], ['plan'], ['plan']]);
    await give({ type: 'tag', tags: [] }, 4);
    await give({ type: 'archive' }, 5);
    expect(await seen()).toEqual([[], [], [], []]);
    expect(await ids('gamma', { archived: true })).toEqual(['plan']);
  });

  it('goes on behind the last that was seen, each once', async () => {
    const { store, search, ids } = await make();
    for (let n = 0; n < 7; n++) {
      await store.create(ada, creation(`Step ${n} of steps`, 'step steps'));
    }
    const seen: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = await search('step of', { pageSize: 3, pageToken });
      expect(page.totalSize).toBe(7);
      seen.push(...page.items.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken);
    expect(seen).toEqual(await ids('step'));
    expect(new Set(seen).size).toBe(7);
    await expect(search('step', { pageToken: 'x' })).rejects.toThrow(
      'pageToken: must be the nextPageToken',
    );
  });

  it('shows what conditions let through, and counts no more than that', async () => {
    const { store, search } = await make();
    await store.create(ada, {
      ...creation('Mine', 'x'),
      owner: 'user:demo/me',
    });
    await store.create(ada, creation('Yours', 'x'));
    const page = await search('x', {
      criteria: { property: 'owner', values: ['user:demo/me'] },
    });
    expect(page).toMatchObject({ items: [{ id: 'mine' }], totalSize: 1 });
  });

  it('is rebuilt to what the contents say, while others write', async () => {
    const { store, database, ids } = await make();
    await store.create(ada, creation('Plan', 'alpha'));
    await store.create(ada, creation('Good', 'alpha'));
    await database.inTenant('demo', async tx => {
      await tx.from('artifact_words').where({ artifact_id: 'plan' }).delete();
      await tx
        .from('artifact_texts')
        .where({ artifact_id: 'plan' })
        .update({ text: 'wrong' });
    });
    expect(await ids('alpha')).toEqual(['good']);
    const rebuild = () =>
      rebuildSearch({ database, kindOf: () => plainKind }, 'demo', 'all');
    expect(await rebuild()).toEqual({ artifacts: 2, mended: ['plan'] });
    expect(await ids('alpha')).toEqual(['good', 'plan']);
    expect((await rebuild()).mended).toEqual([]);
    // a writer who is faster than the one who reads its content has the last word
    const slow = {
      ...plainKind,
      describe: async (content: string) => {
        await store.change(ada, 'plan', changeTo(1, 'newest'));
        return plainKind.describe(content);
      },
    };
    await database.inTenant('demo', async tx => {
      await tx.from('artifact_texts').where({ artifact_id: 'plan' }).delete();
    });
    await rebuildSearch({ database, kindOf: () => slow }, 'demo', 'missing');
    expect([await ids('newest'), await ids('alpha')]).toEqual([
      ['plan'],
      ['good'],
    ]);
  });

  it(`counts ${MOST_FOUND} at most`, async () => {
    const { store, database } = await make();
    await store.create(ada, creation('Plan', 'many'));
    await database.inTenant('demo', async tx => {
      const [row] = await tx.from('artifacts');
      const ids = Array.from({ length: 1_200 }, (_, n) => `copy-${n}`);
      for (let n = 0; n < ids.length; n += 400) {
        const some = ids.slice(n, n + 400);
        await tx.insert(
          'artifacts',
          some.map(id => ({ ...row, id })),
        );
        await tx.insert(
          'artifact_words',
          some.map(id => ({ word: 'many', place: 3, artifact_id: id })),
        );
      }
      const page = await listArtifacts(tx, { search: 'many', pageSize: 10 });
      expect([page.items.length, page.totalSize]).toEqual([10, MOST_FOUND]);
    });
  });

  it('finds the same, page by page, in the few that a filter lets through of many', async () => {
    const { store, database, search } = await make();
    const own = { ...creation('Plan', 'many words'), owner: 'user:demo/ben' };
    for (const title of ['Many', 'Plan', 'Manyfold', 'Plan of many']) {
      await store.create(ada, { ...own, ...creation(title, 'many words') });
    }
    await store.create(ada, creation('Other', 'words'));
    await store.change(
      ada,
      'plan',
      command({ type: 'tag', tags: ['core-1'], expectedSequence: 1 }),
    );
    const found = async (filter: object) => {
      const ids: string[] = [];
      let pageToken: string | undefined;
      do {
        const page = await search('man', { ...filter, pageSize: 3, pageToken });
        ids.push(...page.items.map(({ id }) => id));
        pageToken = page.nextPageToken;
      } while (pageToken);
      return ids;
    };
    const filters = [
      { owner: 'user:demo/ben' },
      { tag: 'core-1' },
      { kind: 'dmn' },
      { criteria: { property: 'owner', values: ['user:demo/ben'] } },
    ];
    const both = () => search('words man', { owner: 'user:demo/ben' });
    const inOrderOfWords = await Promise.all(filters.map(found));
    expect(inOrderOfWords).toEqual([
      ['many', 'plan-of-many', 'manyfold', 'plan'],
      ['plan'],
      [],
      ['many', 'plan-of-many', 'manyfold', 'plan'],
    ]);
    const { totalSize, items } = await both();
    expect([totalSize, items.length]).toEqual([4, 4]);

    // so many have the words now that the artifacts of the filter are looked into
    await database.inTenant('demo', async tx => {
      const [row] = await tx.from('artifacts').where({ id: 'other' });
      for (let n = 0; n < 5_000; n += 250) {
        const ids = Array.from({ length: 250 }, (_, i) => `copy-${n + i}`);
        await tx.insert(
          'artifacts',
          ids.map(id => ({ ...row, id })),
        );
        for (const word of ['many', 'words']) {
          const rows = ids.map(id => ({ word, place: 3, artifact_id: id }));
          await tx.insert('artifact_words', rows);
        }
      }
    });
    expect(await Promise.all(filters.map(found))).toEqual(inOrderOfWords);
    expect((await both()).totalSize).toBe(4);
    const [first] = (await search('many', { pageSize: 1 })).items;
    expect(first.id).toBe('many');
  });
});
