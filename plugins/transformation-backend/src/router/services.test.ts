import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ANSWERS_PATH } from '@ameide/plugin-transformation-common';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { appOf } from '../__testUtils__/router';
import { makeStore } from '../__testUtils__/store';
import { createLocalForge } from '../forge/local/localForge';

jest.setTimeout(60_000);

const ANSWERS = {
  path: ANSWERS_PATH,
  content: `template: template:default/x\nversion: '1'\ndigest: sha256:${'0'.repeat(
    64,
  )}\n`,
};

describe.each(ENGINES)('the route of proposals on %s', databaseId => {
  const databases = emptyDatabases();

  async function setUp(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    const { store, database } = await makeStore(databases, databaseId);
    const forge = createLocalForge({
      forgeDir: await mkdtemp(join(tmpdir(), 'forge-')),
      database,
      appBaseUrl: 'http://localhost',
    });
    const app = appOf(store, {
      forge,
      permissions: mockServices.permissions({ result }),
    });
    const propose = (user: string, service: string, body: object) =>
      request(app)
        .post(`/v1/services/${service}/proposals`)
        .set('authorization', mockCredentials.user.header(`user:${user}`))
        .send(body);
    const get = (user: string, service: string) =>
      request(app)
        .get(`/v1/services/${service}`)
        .set('authorization', mockCredentials.user.header(`user:${user}`));
    return { forge, propose, get };
  }

  it("says where the catalog reads a service of the caller's tenant", async () => {
    const { get } = await setUp(AuthorizeResult.ALLOW);
    const answer = await get('demo/ada', 'orders').expect(200);
    expect(answer.body).toEqual({
      repository: 'services/orders',
      catalogInfoUrl:
        'http://localhost/repositories/demo/services/orders/blob/main/catalog-info.yaml',
    });
    await get('demo/ada', '..%2fx').expect(400);
    const denied = await setUp(AuthorizeResult.DENY);
    await denied.get('demo/ada', 'orders').expect(403);
  });

  it('takes all files of a service, for the tenant of the caller alone', async () => {
    const { forge, propose } = await setUp(AuthorizeResult.ALLOW);
    const large = { path: 'large.txt', content: 'x'.repeat(2_000_000) };
    const answer = await propose('demo/ada', 'orders', {
      title: 'Orders',
      files: [ANSWERS, large],
    }).expect(200);
    expect(answer.body).toMatchObject({
      tenant: 'demo',
      repository: 'services/orders',
      pullRequest: { author: 'user:demo/ada' },
    });
    expect(await forge.list('other', {})).toEqual([]);
    await propose('other/olga', 'orders', {
      title: 'Orders',
      files: [ANSWERS],
    }).expect(200);
    expect(await forge.list('demo', {})).toHaveLength(2);
  });

  it.each([
    ['Orders', { title: 'x', files: [ANSWERS] }, /must be 1 to 63/],
    ['orders', { title: 'x', files: [] }, /files/],
    [
      'orders',
      { title: 'x', files: [{ path: '../x', content: '' }] },
      /files\.0\.path/,
    ],
    [
      'orders',
      { title: 'x', files: [{ path: 'x', content: '' }] },
      /\.factory\/answers\.yaml has to name/,
    ],
  ])('refuses %s with %j', async (service, body, message) => {
    const { forge, propose } = await setUp(AuthorizeResult.ALLOW);
    const answer = await propose('demo/ada', service, body).expect(400);
    expect(answer.body.detail).toMatch(message);
    expect(await forge.list('demo', {})).toEqual([]);
  });

  it('is for those who have the permission', async () => {
    const { forge, propose } = await setUp(AuthorizeResult.DENY);
    const body = { title: 'Orders', files: [ANSWERS] };
    const answer = await propose('demo/vera', 'orders', body).expect(403);
    expect(answer.body.detail).toContain('transformation.service.propose');
    expect(await forge.list('demo', {})).toEqual([]);
  });
});
