import request from 'supertest';
import { mockCredentials } from '@backstage/backend-test-utils';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { appOf } from '../__testUtils__/router';
import {
  ada,
  command,
  creation,
  makeStore,
  olga,
} from '../__testUtils__/store';

jest.setTimeout(60_000);

describe.each(ENGINES)('documents for the search on %s', databaseId => {
  const databases = emptyDatabases();

  it('are those of one tenant, page by page, for the search alone', async () => {
    const { store } = await makeStore(databases, databaseId);
    await store.create(ada, creation('One', 'first'));
    await store.create(ada, creation('Two', 'second'));
    await store.create(ada, creation('Gone', 'third'));
    await store.change(
      ada,
      'gone',
      command({ type: 'archive', expectedSequence: 1 }),
    );
    await store.create(olga, creation('Foreign', 'fourth'));
    const app = appOf(store);
    const as = (authorization: string) => (path: string) =>
      request(app).get(`/v1${path}`).set('authorization', authorization);
    const search = as(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:search'),
        targetPluginId: 'test',
      }),
    );

    expect((await search('/tenants')).body).toEqual({
      items: ['demo', 'other'],
    });
    const documents = '/tenants/demo/search-documents?pageSize=1';
    const first = (await search(documents)).body;
    expect(first.items).toEqual([
      {
        name: 'tenants/demo/artifacts/one',
        tenant: 'demo',
        id: 'one',
        kind: 'bpmn',
        owner: 'user:demo/ada',
        title: 'One',
        text: 'first',
      },
    ]);
    const second = await search(
      `${documents}&pageToken=${first.nextPageToken}`,
    );
    expect(second.body).toEqual({
      items: [expect.objectContaining({ id: 'two', text: 'second' })],
    });
    expect((await search('/tenants/nobody/search-documents')).body).toEqual({
      items: [],
    });

    const others = [
      mockCredentials.user.header('user:demo/ada'),
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:catalog'),
        targetPluginId: 'test',
      }),
    ];
    for (const path of ['/tenants', documents]) {
      for (const other of others) {
        expect((await as(other)(path)).status).toBe(403);
      }
    }
  });
});
