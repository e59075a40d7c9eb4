import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { commitByHand } from '../__testUtils__/commit';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { createLocalForge } from '../forge/local/localForge';
import { listFiles } from '../git/repository';
import { decommissionService } from './decommission';
import { createDependentsOf } from './dependents';

jest.setTimeout(60_000);

const ADA = { tenant: 'demo', userEntityRef: 'user:demo/ada' };
const CREDENTIALS = mockCredentials.user('user:demo/ada');

const entity = (
  kind: string,
  name: string,
  relations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'demo', name },
  relations: Object.entries(relations).map(([type, targetRef]) => ({
    type,
    targetRef,
  })),
});

describe.each(ENGINES)('decommissioning on %s', databaseId => {
  const databases = emptyDatabases();

  async function setUp(entities: Entity[] = [], running: string[] = []) {
    const { database } = await databases.open(databaseId);
    const forge = createLocalForge({
      forgeDir: await mkdtemp(join(tmpdir(), 'forge-')),
      database,
      appBaseUrl: 'http://localhost',
    });
    const commit = async (repository: string, paths: string[], content = 'x') =>
      commitByHand(
        await forge.remote('demo', repository),
        Object.fromEntries(paths.map(path => [path, content])),
      );
    await commit('gitops', [
      'components/orders/component.yaml',
      'components/orders/values/dev.yaml',
      'components/orders-too/component.yaml',
    ]);
    await commit('services/orders', ['catalog-info.yaml', 'src/main.ts']);
    const filesOf = async (repository: string) =>
      listFiles((await forge.remote('demo', repository)).url, 'main');
    const ask = (service = 'orders') =>
      decommissionService(
        {
          artifacts: { find: async () => [] },
          forge,
          instances: {
            list: async () => running.map(id => ({ id })) as never,
          },
          dependentsOf: createDependentsOf(catalogServiceMock({ entities })),
        },
        ADA,
        service,
        CREDENTIALS,
      );
    return { ask, forge, filesOf, commit };
  }

  it('opens two pull requests, once, which take it out of GitOps and catalog alone', async () => {
    const { ask, forge, filesOf } = await setUp([
      entity('Component', 'orders', { providesApi: 'api:demo/orders-v1' }),
      entity('API', 'orders-v1', { apiProvidedBy: 'component:demo/orders' }),
    ]);
    const opened = await ask();
    expect(opened.map(({ repository }) => repository)).toEqual([
      'gitops',
      'services/orders',
    ]);
    expect((await ask()).map(({ id }) => id)).toEqual(
      opened.map(({ id }) => id),
    );
    for (const { id } of opened) {
      await forge.merge('demo', id, 'user:demo/ben');
    }
    expect(await filesOf('gitops')).toEqual([
      'components/orders-too/component.yaml',
    ]);
    expect(
      await forge.readFile('demo', 'services/orders', 'catalog-info.yaml'),
    ).toMatch(/^# Decommissioned/);
    expect(await filesOf('services/orders')).toContain('src/main.ts');
    await expect(ask()).rejects.toThrow('There is no service orders');
    await expect(ask('never')).rejects.toThrow('There is no service never');
  });

  it("takes a contract that has a repository for itself out of the catalog too, and nobody else's", async () => {
    const { ask, commit } = await setUp();
    const ofContract = (name: string) =>
      commit(
        'services/orders-protos',
        ['.factory/answers.yaml', 'catalog-info.yaml'],
        `template: template:default/domain-controller\nversion: '1'\ndigest: sha256:${'0'.repeat(
          64,
        )}\nparameters:\n  name: ${name}\n`,
      );
    await ofContract('orders-protos');
    expect(await ask()).toHaveLength(2);
    await ofContract('orders');
    expect((await ask()).map(({ repository }) => repository)).toEqual([
      'gitops',
      'services/orders',
      'services/orders-protos',
    ]);
  });

  it('is refused while instances run, and says which', async () => {
    const { ask, forge } = await setUp([], ['demo:orders:1', 'demo:orders:2']);
    await expect(ask()).rejects.toThrow(
      '2 instances of orders run, demo:orders:1 among them',
    );
    expect(await forge.list('demo', {})).toEqual([]);
  });

  it('is refused while something depends on it, or on an API that nothing else provides', async () => {
    const api = (consumer: string, others: [string, string][] = []) => [
      entity('Component', 'orders', { providesApi: 'api:demo/orders-v1' }),
      {
        ...entity('API', 'orders-v1'),
        relations: [
          ['apiProvidedBy', 'component:demo/orders'],
          ['apiConsumedBy', consumer],
          ...others,
        ].map(([type, targetRef]) => ({ type, targetRef })),
      },
    ];
    const needed = await setUp(api('component:demo/shop'));
    await expect(needed.ask()).rejects.toThrow(
      'orders is needed by component:demo/shop',
    );
    const replaced = await setUp(
      api('component:demo/shop', [['apiProvidedBy', 'component:demo/new']]),
    );
    expect(await replaced.ask()).toHaveLength(2);
    const own = await setUp(api('component:demo/orders'));
    expect(await own.ask()).toHaveLength(2);
    const direct = await setUp([
      entity('Component', 'orders', { dependencyOf: 'component:demo/shop' }),
    ]);
    await expect(direct.ask()).rejects.toThrow('component:demo/shop');
    const foreign = await setUp([
      entity('Component', 'orders', { dependencyOf: 'component:other/shop' }),
    ]);
    expect(await foreign.ask()).toHaveLength(2);
  });
});
