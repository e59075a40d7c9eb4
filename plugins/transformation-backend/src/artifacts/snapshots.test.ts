import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import {
  ada,
  changeTo,
  command,
  creation,
  makeStore,
} from '../__testUtils__/store';
import { digestOf } from './contents';
import { readEvents } from './events/read';
import { fold } from './fold';
import { readState } from './projection';
import { rebuildProjections } from './rebuild';
import { canonicalState, stateAt } from './snapshots';

jest.setTimeout(120_000);

const ID = 'lead-to-order';

describe.each(ENGINES)('snapshots on %s', databaseId => {
  const databases = emptyDatabases();

  it('change nothing but the time that it takes', async () => {
    const { store, database, knex } = await makeStore(databases, databaseId);
    await store.create(ada, creation('Lead to order', 'content 1'));
    const comments = command({
      type: 'comment',
      expectedSequence: 1,
      text: 'first',
    });
    const first = await store.change(ada, ID, comments);
    for (let n = 2; n < 205; n++) {
      await store.change(
        ada,
        ID,
        n % 20 === 0
          ? command({ type: 'make-revision', expectedSequence: n })
          : changeTo(n, `content ${n + 1}`),
      );
    }
    const all = await database.inTenant('demo', async tx => {
      const kept = await tx.from('artifact_snapshots').orderBy('sequence');
      expect(kept.map(({ sequence }) => sequence)).toEqual([100, 200]);
      const events = await readEvents(tx, ID);
      for (const sequence of [1, 99, 100, 101, 200, 205]) {
        const replayed = canonicalState(fold(events.slice(0, sequence))!);
        const again = canonicalState(
          fold((await readEvents(tx, ID)).slice(0, sequence))!,
        );
        const shortCut = canonicalState((await stateAt(tx, ID, sequence))!);
        expect(digestOf(again)).toBe(digestOf(replayed));
        expect(digestOf(shortCut)).toBe(digestOf(replayed));
      }
      expect(kept.map(({ digest }) => digest)).toEqual(
        [100, 200].map(sequence =>
          digestOf(canonicalState(fold(events.slice(0, sequence))!)),
        ),
      );
      expect(canonicalState(await readState(tx, ID))).toBe(
        canonicalState(fold(events)!),
      );
      return events;
    });
    expect(all).toHaveLength(205);
    // bytes at every sequence, whatever happened at it
    for (const [sequence, content] of [
      [1, 'content 1'],
      [2, 'content 1'],
      [3, 'content 3'],
      [20, 'content 20'],
      [21, 'content 20'],
      [205, 'content 205'],
    ] as const) {
      expect((await store.content('demo', ID, sequence)).content).toBe(content);
    }
    expect(await store.change(ada, ID, comments)).toEqual(first);

    // a damaged content is told, not given out
    const { digest } = await store.content('demo', ID, 3);
    await knex.transaction(async trx => {
      if (databaseId.startsWith('POSTGRES')) {
        await trx.raw(`SELECT set_config('app.tenant_id', 'demo', true)`);
      }
      await trx('artifact_contents').where({ digest }).update({ content: 'x' });
    });
    await expect(store.content('demo', ID, 3)).rejects.toThrow(
      'is missing or damaged',
    );
  });

  it('and projections are mended from the events, while others write', async () => {
    const { store, database } = await makeStore(databases, databaseId);
    for (const title of ['A', 'B', 'C']) {
      await store.create(ada, creation(title));
    }
    const { artifact: right } = await store.change(
      ada,
      'b',
      command({ type: 'tag', expectedSequence: 1, tags: ['core'] }),
    );
    await database.inTenant('demo', async tx => {
      await tx.from('artifacts').where({ id: 'b' }).update({ tags: '[]' });
      await tx
        .from('artifacts')
        .where({ id: 'b' })
        .update({ state: '', title: 'Wrong' });
    });
    const [rebuilt] = await Promise.all([
      rebuildProjections(database, 'demo', 'all'),
      store.create(ada, creation('D')),
    ]);
    expect(rebuilt.mended).toEqual(['b']);
    expect(await store.get('demo', 'b')).toEqual(right);
    expect(
      (await store.list('demo', { tag: 'core', pageSize: 9 })).totalSize,
    ).toBe(1);
    expect((await rebuildProjections(database, 'demo', 'all')).mended).toEqual(
      [],
    );
  });
});
