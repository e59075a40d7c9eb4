import { v7 as uuidv7 } from 'uuid';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { ada, creation, makeStore } from '../__testUtils__/store';
import { createBuildStore, type BuildOutcome } from './buildStore';

jest.setTimeout(60_000);

const outcome = (status: BuildOutcome['status']): BuildOutcome => ({
  status,
  steps: [],
  diagnostics: [],
  pullRequests: [],
  finishedAt: '2026-11-26T10:05:00.000Z',
});

describe.each(ENGINES)('builds on %s', databaseId => {
  const databases = emptyDatabases();

  it('are told of once when they begin and when they end, whatever is done again', async () => {
    const { database, store } = await makeStore(databases, databaseId);
    await store.create(ada, creation());
    const builds = createBuildStore(database);
    const id = uuidv7();
    await builds.insert({
      tenant: 'demo',
      id,
      artifactId: 'lead-to-order',
      revision: 1,
      sequence: 1,
      startedAt: '2026-11-26T10:00:00.000Z',
      startedBy: ada.userEntityRef,
      defaults: {},
      files: [],
    });
    await builds.begin('demo', id);
    await builds.begin('demo', id);
    await builds.finish('demo', id, outcome('succeeded'));
    await builds.finish('demo', id, outcome('failed'));
    expect((await builds.get('demo', id)).outcome?.status).toBe('succeeded');
    const told = {
      tenant: 'demo',
      artifact: 'tenants/demo/artifacts/lead-to-order',
      sequence: 1,
      commandId: id,
      correlationId: id,
      causationId: id,
      build: { id, revision: 1 },
    };
    await expect(store.changes('demo', 1, 10)).resolves.toEqual([
      {
        ...told,
        position: 2,
        type: 'BuildRequested',
        at: '2026-11-26T10:00:00.000Z',
      },
      {
        ...told,
        position: 3,
        type: 'BuildSucceeded',
        at: '2026-11-26T10:05:00.000Z',
      },
    ]);
    await expect(store.changes('other', 0, 10)).resolves.toEqual([]);
  });
});
