import { v7 as uuidv7 } from 'uuid';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { drawing } from '../__testUtils__/drawing';
import {
  ada,
  changeTo as change,
  creation as create,
  makeStore as makeStoreOn,
  olga,
} from '../__testUtils__/store';
import { SequenceConflictError } from './conflict';

jest.setTimeout(60_000);

describe.each(ENGINES)('artifact store on %s', databaseId => {
  const databases = emptyDatabases();
  const makeStore = async () =>
    (await makeStoreOn(databases, databaseId)).store;

  it('keeps what was uploaded byte for byte, at every sequence', async () => {
    const store = await makeStore();
    const first = drawing();
    const second = drawing({ name: 'Do more' });
    const { artifact } = await store.create(ada, {
      ...create(),
      content: first,
    });
    expect(artifact).toMatchObject({
      id: 'lead-to-order',
      name: 'tenants/demo/artifacts/lead-to-order',
      sequence: 1,
      owner: 'user:demo/ada',
    });
    await store.change(ada, artifact.id, change(1, second));
    await store.change(ada, artifact.id, {
      type: 'rename',
      commandId: uuidv7(),
      expectedSequence: 2,
      title: 'From lead to order',
    });
    const at = async (sequence?: number) =>
      (await store.content('demo', artifact.id, sequence)).content;
    expect(await at(1)).toBe(first);
    expect(await at(2)).toBe(second);
    expect(await at(3)).toBe(second);
    expect(await at()).toBe(second);
    await expect(at(4)).rejects.toThrow('has the sequences 1 to 3, not 4');
    const events = await store.events('demo', artifact.id);
    expect(
      events.map(({ sequence, type, by, at: time }) => [
        sequence,
        type,
        by,
        time,
      ]),
    ).toEqual([
      [1, 'artifact-created', 'user:demo/ada', '2026-11-23T10:00:01.000Z'],
      [2, 'content-changed', 'user:demo/ada', '2026-11-23T10:00:02.000Z'],
      [3, 'artifact-renamed', 'user:demo/ada', '2026-11-23T10:00:03.000Z'],
    ]);
  });

  it('gives the first result to a repeated command, and refuses its id for another', async () => {
    const store = await makeStore();
    const request = create();
    const first = await store.create(ada, request);
    expect(await store.create(ada, request)).toEqual(first);
    const command = change(1, drawing({ name: 'Two' }));
    const changed = await store.change(ada, 'lead-to-order', command);
    await store.change(
      ada,
      'lead-to-order',
      change(2, drawing({ name: 'Three' })),
    );
    expect(await store.change(ada, 'lead-to-order', command)).toEqual(changed);
    expect((await store.get('demo', 'lead-to-order')).sequence).toBe(3);
    await expect(
      store.change(ada, 'lead-to-order', {
        ...command,
        content: drawing({ name: 'X' }),
      }),
    ).rejects.toThrow('was used for another command');
  });

  it('answers a stale command with what happened in between, and changes nothing', async () => {
    const store = await makeStore();
    await store.create(ada, create());
    await store.change(
      ada,
      'lead-to-order',
      change(1, drawing({ name: 'Two' })),
    );
    const stale = store.change(
      ada,
      'lead-to-order',
      change(1, drawing({ name: 'Mine' })),
    );
    await expect(stale).rejects.toThrow(SequenceConflictError);
    await expect(stale).rejects.toMatchObject({
      conflict: {
        currentSequence: 2,
        events: [
          expect.objectContaining({ sequence: 2, type: 'content-changed' }),
        ],
      },
    });
    expect((await store.events('demo', 'lead-to-order')).length).toBe(2);
  });

  it('lets one of two writers at once win', async () => {
    const store = await makeStore();
    await store.create(ada, create());
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, n) =>
        store.change(
          ada,
          'lead-to-order',
          change(1, drawing({ name: `Writer ${n}` })),
        ),
      ),
    );
    const won = results.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    const lost = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(lost).toEqual(Array(4).fill(expect.any(SequenceConflictError)));
    const events = await store.events('demo', 'lead-to-order');
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('makes revisions, which name the sequence before them', async () => {
    const store = await makeStore();
    await store.create(ada, create());
    const make = (expectedSequence: number, note?: string) =>
      store.change(ada, 'lead-to-order', {
        type: 'make-revision',
        commandId: uuidv7(),
        expectedSequence,
        note,
      });
    await make(1, 'First');
    await store.change(
      ada,
      'lead-to-order',
      change(2, drawing({ name: 'Two' })),
    );
    const { artifact } = await make(3);
    expect(artifact.latestRevision).toMatchObject({ number: 2, sequence: 3 });
    expect(await store.revisions('demo', 'lead-to-order')).toEqual([
      expect.objectContaining({ number: 2, sequence: 3 }),
      expect.objectContaining({ number: 1, sequence: 1, note: 'First' }),
    ]);
  });

  it('shows nothing of one tenant to another, and says the same as of what is not there', async () => {
    const store = await makeStore();
    await store.create(ada, create());
    const mine = await store.create(olga, create());
    expect(mine.artifact.name).toBe('tenants/other/artifacts/lead-to-order');
    await store.create(ada, create('Secret plan'));
    expect((await store.list('other', { pageSize: 50 })).totalSize).toBe(1);
    const problems = await Promise.all(
      ['secret-plan', 'never-made'].map(id =>
        store
          .get('other', id)
          .catch((error: Error) => error.message.replace(id, 'ID')),
      ),
    );
    expect(problems[0]).toBe(problems[1]);
    await expect(
      store.change(olga, 'secret-plan', change(1, drawing())),
    ).rejects.toThrow('There is no artifact secret-plan');
  });

  it('lists newest first, finds by title and id, page by page', async () => {
    const store = await makeStore();
    for (const title of [
      'Lead to order',
      'Order to cash',
      '100 % sure',
      'Hire to retire',
    ]) {
      await store.create(ada, create(title));
    }
    const find = async (filter: object) =>
      (await store.list('demo', { pageSize: 50, ...filter })).items.map(
        ({ id }) => id,
      );
    expect(await find({})).toEqual([
      'hire-to-retire',
      'sure',
      'order-to-cash',
      'lead-to-order',
    ]);
    expect(await find({ search: 'ORDER' })).toEqual([
      'lead-to-order',
      'order-to-cash',
    ]);
    expect(await find({ search: '100 %' })).toEqual(['sure']);
    expect(await find({ owner: 'user:demo/nobody' })).toEqual([]);
    const page = await store.list('demo', { pageSize: 3 });
    expect([page.items.length, page.totalSize]).toEqual([3, 4]);
    // what happens between two pages moves nothing from one to the other
    await store.create(ada, create('Late'));
    const { pageSize, pageToken } = {
      pageSize: 3,
      pageToken: page.nextPageToken,
    };
    const last = await store.list('demo', { pageSize, pageToken });
    expect([last.items.map(({ id }) => id), last.nextPageToken]).toEqual([
      ['lead-to-order'],
      undefined,
    ]);
    await expect(
      store.list('demo', { pageSize, pageToken: '3' }),
    ).rejects.toThrow('pageToken: must be the nextPageToken');
  });

  it('makes ids of titles and refuses one that is taken', async () => {
    const store = await makeStore();
    const ids = [];
    for (let n = 0; n < 3; n++)
      ids.push((await store.create(ada, create())).artifact.id);
    expect(ids).toEqual([
      'lead-to-order',
      'lead-to-order-2',
      'lead-to-order-3',
    ]);
    await expect(
      store.create(ada, { ...create(), id: 'lead-to-order' }),
    ).rejects.toThrow('there is an artifact lead-to-order already');
    await expect(store.create(ada, create('???'))).rejects.toThrow(
      'give an id beside it',
    );
  });

  it('writes nothing where the content is refused', async () => {
    const store = await makeStore();
    await expect(
      store.create(ada, { ...create(), content: 'bad' }),
    ).rejects.toThrow('bad content');
    expect((await store.list('demo', { pageSize: 50 })).totalSize).toBe(0);
    await store.create(ada, create());
    await expect(
      store.change(ada, 'lead-to-order', change(1, 'bad')),
    ).rejects.toThrow('bad content');
    await expect(
      store.change(ada, 'lead-to-order', change(1, 'x'.repeat(70_000))),
    ).rejects.toThrow(
      '70000 bytes are more than the 65536 that a command may carry; send its bytes by POST /api/transformation/v1/uploads',
    );
    await expect(store.upload('demo', 'x'.repeat(11_000_000))).rejects.toThrow(
      '11000000 bytes are more than the 10485760',
    );
    expect((await store.get('demo', 'lead-to-order')).sequence).toBe(1);
  });
});
