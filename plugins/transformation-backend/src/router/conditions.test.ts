import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  artifactReadPermission,
  artifactWritePermission,
  instanceOperatePermission,
} from '@ameide/plugin-transformation-common';
import { artifactConditions } from '@ameide/plugin-transformation-node';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { conditional, deciding } from '../__testUtils__/permissions';
import { appOf } from '../__testUtils__/router';
import { creation, makeStore } from '../__testUtils__/store';
import { createGetArtifacts } from '../access/artifactResources';

jest.setTimeout(60_000);

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const { inTenant, ownedBy, ofKind, inLane } = artifactConditions;

/** Who may see what sales own, and what is no baseline; and change what Ada owns. */
const decisions: Record<string, PolicyDecision> = {
  [artifactReadPermission.name]: conditional({
    allOf: [
      inTenant({ values: ['demo'] }),
      { not: ofKind({ values: ['baseline'] }) },
      {
        anyOf: [
          ownedBy({ values: ['group:demo/sales'] }),
          ownedBy({ values: ['user:demo/ada'] }),
        ],
      },
    ],
  }),
  [artifactWritePermission.name]: conditional(
    ownedBy({ values: ['user:demo/ada'] }),
  ),
  [instanceOperatePermission.name]: conditional({
    not: inLane({ values: ['prod'] }),
  }),
};
const policy = ({ name }: Permission) => decisions[name] ?? ALLOW;

describe.each(ENGINES)('conditions on artifacts on %s', databaseId => {
  const databases = emptyDatabases();

  /** Artifacts of which two may be seen, and one may be changed. */
  async function makeApp() {
    const { store, knex, database } = await makeStore(databases, databaseId);
    const make = (title: string, owner: string, more = {}) =>
      store.create(
        { tenant: 'demo', userEntityRef: 'user:demo/ada' },
        { ...creation(title, '{}'), owner, ...more },
      );
    await make('Mine', 'user:demo/ada');
    await make('Shared', 'group:demo/sales');
    await make('Hidden', 'group:demo/board');
    await make('Set', 'user:demo/ada', { kind: 'baseline' });
    await store.create(
      { tenant: 'other', userEntityRef: 'user:other/olga' },
      creation('Foreign'),
    );
    const app = appOf(store, {
      permissions: deciding(policy),
      instances: {
        start: async () => ({}),
        get: async () => ({}),
        cancel: async () => ({}),
      } as never,
      builds: {
        get: async (_tenant: string, id: string) => ({ id, artifactId: id }),
        files: async () => ({}),
      } as never,
      forge: {
        list: async () => [
          { id: 'one', artifactId: 'mine' },
          { id: 'two', artifactId: 'hidden' },
        ],
        get: async (_tenant: string, id: string) => ({ artifactId: id }),
        merge: async () => ({}),
      } as never,
    });
    const authorization = mockCredentials.user.header('user:demo/ada');
    return {
      store,
      knex,
      database,
      get: (path: string) =>
        request(app).get(`/v1${path}`).set('authorization', authorization),
      post: (path: string) =>
        request(app)
          .post(`/v1${path}`)
          .set('authorization', authorization)
          .send({}),
      rename: (id: string) =>
        request(app)
          .post(`/v1/artifacts/${id}/commands`)
          .set('authorization', authorization)
          .send({
            type: 'rename',
            title: 'New',
            commandId: uuidv7(),
            expectedSequence: 1,
          }),
    };
  }

  it('narrow lists, counts, searches and the feed', async () => {
    const { get } = await makeApp();
    const ids = ({ body }: request.Response) => [
      body.totalSize,
      body.items.map(({ id }: { id: string }) => id).sort(),
    ];
    expect(ids(await get('/artifacts'))).toEqual([2, ['mine', 'shared']]);
    expect(ids(await get('/artifacts?search=hidden'))).toEqual([0, []]);
    expect(ids(await get('/artifacts?kind=baseline'))).toEqual([0, []]);
    const told = (await get('/events')).body.items;
    expect(told.map(({ artifact }: { artifact: string }) => artifact)).toEqual([
      'tenants/demo/artifacts/mine',
      'tenants/demo/artifacts/shared',
    ]);
  });

  it('hide an artifact as if it were not there, by as many queries', async () => {
    const { get, rename, knex } = await makeApp();
    let queries = 0;
    knex.on('query', () => (queries += 1));
    const answerTo = async (attempt: request.Test, id: string) => {
      queries = 0;
      const { status, headers, text } = await attempt;
      return [
        status,
        Object.keys(headers).sort(),
        text.replaceAll(id, 'ID'),
        queries,
      ];
    };
    const attempts = [
      ...['', '/content', '/events', '/revisions', '/revisions/1/gate'].map(
        path => (id: string) => get(`/artifacts/${id}${path}`),
      ),
      rename,
    ];
    for (const attempt of attempts) {
      const absent = await answerTo(attempt('never'), 'never');
      expect([absent[0], absent[2]]).toEqual([
        404,
        expect.stringContaining('There is no artifact ID'),
      ]);
      for (const id of ['hidden', 'set', 'foreign']) {
        expect(await answerTo(attempt(id), id)).toEqual(absent);
      }
    }
  });

  it('refuse a change of what may only be seen', async () => {
    const { get, rename } = await makeApp();
    await get('/artifacts/shared').expect(200);
    const refused = await rename('shared');
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringContaining('transformation.artifact.write'),
    ]);
    await rename('mine').expect(200);
  });

  it('hold for builds, pull requests and instances of an artifact, too', async () => {
    const { get, post } = await makeApp();
    const ways: [string, (id: string) => request.Test][] = [
      ['build ID', id => get(`/builds/${id}`)],
      ['build ID', id => get(`/builds/${id}/files`)],
      ['pull request ID', id => get(`/pull-requests/${id}`)],
      ['pull request ID', id => post(`/pull-requests/${id}/merge`)],
      ['instance demo:ID:1', id => get(`/instances/demo:${id}:1`)],
      ['instance demo:ID:1', id => post(`/instances/demo:${id}:1/cancel`)],
    ];
    for (const [what, way] of ways) {
      expect((await way('mine')).status).toBe(200);
      const { status, body } = await way('hidden');
      expect([status, body.detail.replace('hidden', 'ID')]).toEqual([
        404,
        `There is no ${what}`,
      ]);
    }
    expect((await get('/pull-requests')).body.items).toEqual([
      { id: 'one', artifactId: 'mine' },
    ]);
  });

  it('may be on the lanes that run an artifact', async () => {
    const { store, database, post } = await makeApp();
    const operate = (id: string) => post(`/artifacts/${id}/instances`);
    await database.inTenant('demo', tx =>
      tx.insert('deployments', {
        artifact_id: 'mine',
        lane: 'prod',
        revision: 1,
        commit: 'c0ffee',
        build_id: null,
        namespace: 'default',
        task_queue: 'mine',
        status: 'deployed',
        message: null,
        updated_at: '2026-11-23T10:00:00.000Z',
        observed_at: '2026-11-23T10:00:00.000Z',
      }),
    );
    const refused = await operate('mine');
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringContaining('transformation.instance.operate'),
    ]);
    await operate('shared').expect(201);
    expect(await store.resources('demo', ['mine', 'shared', 'no'])).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ owner: 'user:demo/ada', lanes: ['prod'] }),
        expect.objectContaining({ owner: 'group:demo/sales', lanes: [] }),
      ]),
    );
  });

  it('are decided for others by names, each read under the tenant in it', async () => {
    const { store } = await makeApp();
    const found = await createGetArtifacts(store)([
      'tenants/other/artifacts/foreign',
      'tenants/demo/artifacts/foreign',
      'no name',
      'tenants/demo/artifacts/hidden',
    ]);
    expect(found.map(artifact => artifact?.name)).toEqual([
      'tenants/other/artifacts/foreign',
      undefined,
      undefined,
      'tenants/demo/artifacts/hidden',
    ]);
  });
});
