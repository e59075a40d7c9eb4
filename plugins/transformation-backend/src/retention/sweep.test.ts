import { v7 as uuidv7 } from 'uuid';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { ada, changeTo, creation, makeStore } from '../__testUtils__/store';
import { sweep } from './sweep';

jest.setTimeout(60_000);

const DAY = 24 * 60 * 60_000;
const retention = { uploads: DAY, commands: 30 * DAY, outbox: 90 * DAY };
const START = Date.parse('2026-11-01T00:00:00Z');
const none = { uploads: 0, commands: 0, outbox: 0, objects: 0 };

describe.each(ENGINES)('the sweep on %s', databaseId => {
  const databases = emptyDatabases();
  async function make() {
    let now = START;
    const made = await makeStore(databases, databaseId, () => new Date(now));
    return {
      ...made,
      at: (days: number) => {
        now = START + days * DAY;
      },
      sweep: () => sweep({ database: made.database, retention }, new Date(now)),
    };
  }
  const creationAt = (msecs: number, title: string, uploadId?: string) => ({
    ...creation(title),
    commandId: uuidv7({ msecs }),
    ...(uploadId && { uploadId, content: undefined }),
  });

  it('takes uploads away that no command has taken, and no others', async () => {
    const { store, at, sweep: run } = await make();
    const [taken, forgotten] = [
      await store.upload('demo', 'taken'),
      await store.upload('demo', 'forgotten'),
    ];
    const request = creationAt(START, 'Plan', taken.uploadId);
    const made = await store.create(ada, request);
    at(0.9);
    const late = await store.upload('demo', 'late');
    expect(await run()).toEqual(none);
    at(1.1);
    expect(await run()).toEqual({ ...none, uploads: 1 });
    await expect(store.given('demo', forgotten)).rejects.toThrow(
      `nothing was uploaded as ${forgotten.uploadId}, or too long ago`,
    );
    expect(await store.given('demo', late)).toBe('late');
    // the content stays, and so does the answer to the command
    expect((await store.content('demo', 'plan')).content).toBe('taken');
    await expect(store.given('demo', taken)).rejects.toThrow('too long ago');
    expect(await store.create(ada, request)).toEqual(made);
    // what was there before is not taken away as an upload
    await store.upload('demo', 'taken');
    at(3);
    expect(await run()).toEqual({ ...none, uploads: 1 });
    expect((await store.content('demo', 'plan')).content).toBe('taken');
  });

  it('forgets commands and what was told of them when it is time, and says so', async () => {
    const { store, at, sweep: run } = await make();
    await store.create(ada, creationAt(START, 'Plan'));
    at(40);
    const change = {
      ...changeTo(1, 'changed'),
      commandId: uuidv7({ msecs: START + 40 * DAY }),
    };
    const changed = await store.change(ada, 'plan', change);
    expect(await run()).toEqual({ ...none, commands: 1 });
    expect(await store.change(ada, 'plan', change)).toEqual(changed);
    at(100);
    expect(await run()).toEqual({ ...none, commands: 1, outbox: 1 });
    await expect(store.changes('demo', 0, 10)).rejects.toThrow(
      'the feed does not go on from position 0 any more; read the artifacts as they are now, and go on with after=2',
    );
    expect(await store.changes('demo', 1, 10)).toMatchObject([{ position: 2 }]);
    at(200);
    expect(await run()).toMatchObject({ outbox: 1 });
    await expect(store.changes('demo', 1, 10)).rejects.toThrow('after=2');
    expect(await store.changes('demo', 2, 10)).toEqual([]);
    // a cursor of before a purge is ahead of everything
    await expect(store.changes('demo', 7, 10)).rejects.toThrow('after=2');
    // a command whose id is forgotten is still not done again
    await expect(store.change(ada, 'plan', change)).rejects.toThrow(
      'stands at sequence 2, not at 1',
    );
  });
});
