import { emptyDatabases, ENGINES } from '../../__testUtils__/databases';
import {
  ada,
  ben,
  changeTo,
  command,
  creation,
  makeStore,
} from '../../__testUtils__/store';
import { SequenceConflictError } from '../conflict';

jest.setTimeout(60_000);

const ID = 'lead-to-order';

describe.each(ENGINES)('merging on %s', databaseId => {
  const databases = emptyDatabases();
  async function withTwoEdits() {
    const { store } = await makeStore(databases, databaseId);
    await store.create(ada, creation('Lead to order', 'one\ntwo\nthree'));
    await store.change(ada, ID, changeTo(1, 'ONE\ntwo\nthree'));
    return store;
  }

  it('joins changes of different elements and tells with what', async () => {
    const store = await withTwoEdits();
    const mine = changeTo(1, 'one\ntwo\nTHREE', true);
    const result = await store.change(ben, ID, mine);
    expect((await store.content('demo', ID)).content).toBe('ONE\ntwo\nTHREE');
    expect(result.artifact.sequence).toBe(3);
    expect(result.events[0].data).toMatchObject({ mergedSince: 1 });
    expect(result.mergedWith).toMatchObject([
      { sequence: 2, type: 'content-changed', by: 'user:demo/ada' },
    ]);
    // the first result again, what was merged included
    expect(await store.change(ben, ID, mine)).toEqual(result);
  });

  it('keeps the bytes where nobody else changed the content', async () => {
    const { store } = await makeStore(databases, databaseId);
    await store.create(ada, creation('Lead to order', 'one'));
    await store.change(
      ada,
      ID,
      command({ type: 'rename', expectedSequence: 1, title: 'New' }),
    );
    await store.change(ben, ID, changeTo(1, 'ONE', true));
    expect((await store.content('demo', ID)).content).toBe('ONE');
  });

  it('refuses changes of the same element, and names it', async () => {
    const store = await withTwoEdits();
    const refused = store.change(ben, ID, changeTo(1, 'uno\ntwo\nthree', true));
    await expect(refused).rejects.toThrow(SequenceConflictError);
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('both sides changed line 1'),
      conflict: {
        currentSequence: 2,
        elementIds: ['line 1'],
        events: [{ sequence: 2 }],
      },
    });
    expect((await store.get('demo', ID)).sequence).toBe(2);
  });

  it('refuses what has mistakes once it is joined', async () => {
    const store = await withTwoEdits();
    await expect(
      store.change(ben, ID, changeTo(1, 'one\ntwo\nmistake', true)),
    ).rejects.toThrow(
      'merge: what comes out has 1 mistake(s), X1 at the whole: a mistake',
    );
    expect((await store.get('demo', ID)).sequence).toBe(2);
  });

  it('lets all of several writers at once in, each with the others', async () => {
    const { store } = await makeStore(databases, databaseId);
    const lines = ['a', 'b', 'c', 'd', 'e'];
    await store.create(ada, creation('Lead to order', lines.join('\n')));
    await Promise.all(
      lines.map((line, n) =>
        store.change(
          ada,
          ID,
          changeTo(1, lines.with(n, line.toUpperCase()).join('\n'), true),
        ),
      ),
    );
    expect((await store.content('demo', ID)).content).toBe('A\nB\nC\nD\nE');
    expect((await store.get('demo', ID)).sequence).toBe(6);
  });
});
