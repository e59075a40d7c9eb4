import type { ArtifactStore } from '../store';
import { emptyDatabases, ENGINES } from '../../__testUtils__/databases';
import { drawing } from '../../__testUtils__/drawing';
import {
  ada,
  ben,
  changeTo,
  command,
  creation,
  makeStore,
} from '../../__testUtils__/store';

jest.setTimeout(60_000);

const ID = 'lead-to-order';

describe.each(ENGINES)('revisions on %s', databaseId => {
  const databases = emptyDatabases();
  async function withArtifact() {
    const { store } = await makeStore(databases, databaseId);
    await store.create(ada, creation());
    return store;
  }
  type Step = 'make-revision' | 'submit' | 'approve' | 'promote' | 'roll-back';
  const step = async (
    store: ArtifactStore,
    who: typeof ada,
    type: Step | 'reject',
    revision = 1,
  ) => {
    const { sequence: expectedSequence } = await store.get('demo', ID);
    const extra = type === 'reject' ? { reason: 'No owner' } : {};
    return store.change(
      who,
      ID,
      command({ type, expectedSequence, revision, ...extra } as never),
    );
  };

  it('are submitted, approved and promoted, in this order', async () => {
    const store = await withArtifact();
    await step(store, ada, 'make-revision');
    await expect(step(store, ben, 'approve')).rejects.toThrow(
      'revision: 1 is draft, and would have to be submitted',
    );
    await step(store, ada, 'submit');
    await expect(step(store, ben, 'promote')).rejects.toThrow(
      'revision: 1 is submitted, and would have to be approved',
    );
    await step(store, ben, 'approve');
    const { artifact } = await step(store, ben, 'promote');
    expect(artifact).toMatchObject({
      promotedRevision: 1,
      latestRevision: { number: 1, sequence: 1, status: 'promoted' },
    });
    await expect(step(store, ben, 'promote', 2)).rejects.toThrow(
      'has 1 revision(s) and none with the number 2',
    );
  });

  it('are approved by nobody who wrote something since the last promoted one', async () => {
    const store = await withArtifact();
    await step(store, ada, 'make-revision');
    await step(store, ada, 'submit');
    await expect(step(store, ada, 'approve')).rejects.toThrow(
      'user:demo/ada wrote part of revision 1',
    );
    await step(store, ben, 'approve');
    await step(store, ben, 'promote');
    // from now on it is Ben who writes, so that Ada may approve
    const { sequence } = await store.get('demo', ID);
    await store.change(ben, ID, changeTo(sequence, drawing({ name: 'Two' })));
    await step(store, ben, 'make-revision', 2);
    await step(store, ben, 'submit', 2);
    await expect(step(store, ben, 'approve', 2)).rejects.toThrow(
      'user:demo/ben wrote part of revision 2',
    );
    const { artifact } = await step(store, ada, 'approve', 2);
    expect(artifact.latestRevision?.status).toBe('approved');
  });

  it('come back from a rejection by a new submission', async () => {
    const store = await withArtifact();
    await step(store, ada, 'make-revision');
    await step(store, ada, 'submit');
    const { events } = await step(store, ben, 'reject');
    expect(events[0].data).toEqual({ number: 1, reason: 'No owner' });
    await expect(step(store, ben, 'approve')).rejects.toThrow('is rejected');
    const { artifact } = await step(store, ada, 'submit');
    expect(artifact.latestRevision?.status).toBe('submitted');
  });

  it('are rolled back to as new ones, with the bytes of before', async () => {
    const store = await withArtifact();
    for (const [number, name] of [
      [1, 'Do it'],
      [2, 'Do it wrong'],
    ] as const) {
      if (number === 2) {
        const { sequence } = await store.get('demo', ID);
        await store.change(ada, ID, changeTo(sequence, drawing({ name })));
      }
      await step(store, ada, 'make-revision', number);
      await expect(step(store, ben, 'roll-back', number)).rejects.toThrow(
        `revision: ${number} was never promoted, it is draft`,
      );
      await step(store, ada, 'submit', number);
      await step(store, ben, 'approve', number);
      await step(store, ben, 'promote', number);
    }
    const { artifact, events } = await step(store, ben, 'roll-back', 1);
    expect(events.map(({ type }) => type)).toEqual([
      'content-changed',
      'revision-made',
      'revision-promoted',
    ]);
    expect(artifact).toMatchObject({
      promotedRevision: 3,
      latestRevision: { number: 3, note: 'Rolled back to revision 1' },
    });
    expect((await store.content('demo', ID)).content).toBe(drawing());
    expect(await store.revisions('demo', ID)).toMatchObject([
      { number: 3, status: 'promoted', sequence: events[0].sequence },
      { number: 2, status: 'promoted' },
      { number: 1, status: 'promoted' },
    ]);
  });
});
