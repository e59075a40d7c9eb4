import { mockServices } from '@backstage/backend-test-utils';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { ada, command, creation, makeStore } from '../__testUtils__/store';
import { createDeployments } from './deployments';
import type { Look, Seen } from './look';

jest.setTimeout(60_000);

const seen: Seen = {
  artifactId: 'lead-to-order',
  lane: 'dev',
  revision: 1,
  commit: 'a'.repeat(40),
  namespace: 'default',
  taskQueue: 'demo-lead-to-order-aaa',
  status: 'deploying',
  updatedAt: '2026-11-26T10:00:00.000Z',
};

describe.each(ENGINES)('deployments on %s', databaseId => {
  const databases = emptyDatabases();

  async function setUp() {
    const { database, store } = await makeStore(databases, databaseId);
    await store.create(ada, creation());
    await store.change(
      ada,
      'lead-to-order',
      command({ type: 'make-revision', expectedSequence: 1, note: '' }),
    );
    const world: { wanted?: Seen; served: boolean; broken?: boolean } = {
      served: true,
    };
    const look: Look = {
      async wanted() {
        if (world.broken) throw new Error('no answer');
        return world.wanted;
      },
      isServed: async () => world.served,
    };
    let minute = 0;
    const deployments = createDeployments({
      database,
      look,
      logger: mockServices.logger.mock(),
      now: () => new Date(Date.UTC(2026, 10, 26, 11, minute++)),
    });
    const list = () => deployments.list('demo', 'lead-to-order');
    const news = async () =>
      (await store.changes('demo', 2, 100)).map(
        ({ type, sequence, deployment }) => [
          type,
          sequence,
          deployment?.revision,
          deployment?.message,
        ],
      );
    return { world, list, news, database, deployments };
  }

  it('keep what was seen, and tell each news once', async () => {
    const { world, list, news } = await setUp();
    await expect(list()).resolves.toEqual([]);
    world.wanted = seen;
    await expect(list()).resolves.toEqual([
      { ...seen, observedAt: '2026-11-26T11:01:00.000Z' },
    ]);
    world.wanted = { ...seen, updatedAt: '2026-11-26T10:05:00.000Z' };
    await expect(list()).resolves.toMatchObject([
      { updatedAt: seen.updatedAt, observedAt: '2026-11-26T11:02:00.000Z' },
    ]);
    world.wanted = { ...seen, status: 'failed', message: 'no memory' };
    await list();
    await list();
    world.wanted = { ...seen, status: 'deployed' };
    await expect(list()).resolves.toMatchObject([{ status: 'deployed' }]);
    world.wanted = { ...seen, status: 'deployed', commit: 'b'.repeat(40) };
    await list();
    expect(await news()).toEqual([
      ['DeploymentCreated', 1, 1, undefined],
      ['DeploymentFailed', 1, 1, 'no memory'],
      ['DeploymentSucceeded', 1, 1, undefined],
      ['DeploymentCreated', 1, 1, undefined],
      ['DeploymentSucceeded', 1, 1, undefined],
    ]);
  });

  it('end when nothing is wanted and nobody serves any more', async () => {
    const { world, list, news } = await setUp();
    world.wanted = { ...seen, status: 'deployed' };
    await list();
    world.wanted = undefined;
    await expect(list()).resolves.toMatchObject([{ status: 'terminating' }]);
    world.served = false;
    await expect(list()).resolves.toEqual([]);
    expect((await news()).map(([type]) => type)).toEqual([
      'DeploymentCreated',
      'DeploymentSucceeded',
      'DeploymentTerminated',
    ]);
  });

  it('are told as they were seen last where nothing answers', async () => {
    const { world, list } = await setUp();
    world.broken = true;
    await expect(list()).rejects.toThrow('no answer');
    world.broken = false;
    world.wanted = seen;
    const [known] = await list();
    world.broken = true;
    await expect(list()).resolves.toEqual([known]);
  });

  it('are looked at in a row by several at once', async () => {
    const { world, list, news } = await setUp();
    world.wanted = seen;
    await Promise.all([list(), list(), list()]);
    expect(await news()).toHaveLength(1);
  });

  it('are looked at though nobody asks, where something was built', async () => {
    const { world, database, news, deployments } = await setUp();
    world.wanted = seen;
    await deployments.observeAll();
    expect(await news()).toEqual([]);
    await database.inTenant('demo', async tx => {
      await tx.insert('builds', {
        id: '0',
        artifact_id: 'lead-to-order',
        revision: 1,
        sequence: 2,
        started_at: seen.updatedAt,
        started_by: ada.userEntityRef,
        request: '{}',
        output: null,
        outcome: JSON.stringify({ status: 'succeeded' }),
      });
    });
    await deployments.observeAll();
    expect((await news()).map(([type]) => type)).toEqual(['DeploymentCreated']);
    await expect(
      deployments.list('demo', 'lead-to-order'),
    ).resolves.toMatchObject([{ buildId: '0' }]);
  });
});
