import { createHash } from 'node:crypto';
import SwaggerParser from '@apidevtools/swagger-parser';
import express from 'express';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ruleset } from '../__testUtils__/permissions';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { creation, makeStore, plainKind } from '../__testUtils__/store';
import { createLimitWrites } from '../access/limitWrites';
import { createTenantService } from '../tenants/tenantService';
import { createRouter, type RouterOptions } from '.';
import { operations } from './openapi/document';
import { problemOf } from './problem';

jest.setTimeout(60_000);

const unused = {} as never;

describe.each(ENGINES)('the HTTP API of the store on %s', databaseId => {
  const databases = emptyDatabases();
  async function makeApp(options: Partial<RouterOptions> = {}) {
    const { store, database } = await makeStore(databases, databaseId);
    const auditor = mockServices.auditor.mock();
    const event = { success: jest.fn(), fail: jest.fn() };
    auditor.createEvent.mockResolvedValue(event);
    const router = createRouter({
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
      auditor,
      logger: mockServices.rootLogger({ level: 'error' }),
      tracing: tracingServiceMock.mock(),
      artifactRules: ruleset,
      isAgent: async ref => ref === 'user:demo/scout',
      limitWrites: async () => {},
      artifacts: store,
      kinds: new Map([['bpmn', plainKind]]),
      builds: unused,
      forge: unused,
      instances: unused,
      deployments: unused,
      statistics: unused,
      check: unused,
      tenants: createTenantService({
        database,
        rebuildSearch: store.rebuildSearch,
        checks: async () => [],
      }),
      ...options,
    });
    const app = express().use(router);
    const as = (user: string) => {
      const authorization = mockCredentials.user.header(`user:${user}`);
      return {
        get: (path: string) =>
          request(app).get(`/v1${path}`).set('authorization', authorization),
        post: (path: string, body?: object) =>
          request(app)
            .post(`/v1${path}`)
            .set('authorization', authorization)
            .send(body),
      };
    };
    return { app, router, as, auditor, event };
  }
  const rename = (expectedSequence?: number) => ({
    type: 'rename',
    commandId: uuidv7(),
    title: 'New',
    ...(expectedSequence && { expectedSequence }),
  });

  it('answers foreign and absent things alike, as a problem', async () => {
    const { as } = await makeApp();
    await as('demo/ada').post('/artifacts', creation('Plan')).expect(201);
    const answers = [];
    for (const id of ['plan', 'never']) {
      for (const path of ['', '/content', '/events', '/revisions']) {
        const answer = await as('other/olga').get(`/artifacts/${id}${path}`);
        answers.push([
          answer.status,
          answer.type,
          answer.text.replaceAll(id, 'ID'),
          Object.keys(answer.headers).sort(),
        ]);
      }
    }
    expect(answers).toEqual(Array(8).fill(answers[0]));
    expect(answers[0].slice(0, 2)).toEqual([404, 'application/problem+json']);
    expect(JSON.parse(answers[0][2] as string)).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'not-found',
      detail: 'There is no artifact ID',
      error: { name: 'NotFoundError', message: 'There is no artifact ID' },
    });
  });

  it('takes If-Match for expectedSequence, and tells a stale one what came in between', async () => {
    const { as } = await makeApp();
    const ada = as('demo/ada');
    const made = await ada.post('/artifacts', creation('Plan'));
    expect(made.headers.etag).toBe('"1"');
    const commands = '/artifacts/plan/commands';
    const renamed = await ada.post(commands, rename()).set('if-match', '"1"');
    expect([renamed.status, renamed.headers.etag]).toEqual([200, '"2"']);
    const stale = await ada.post(commands, rename()).set('if-match', '"1"');
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({
      code: 'sequence-conflict',
      conflict: { currentSequence: 2, events: [{ sequence: 2 }] },
    });
    const wrong = await ada.post(commands, rename()).set('if-match', 'W/"x"');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid-argument']);
    const both = await ada.post(commands, rename(1)).set('if-match', '"2"');
    expect(both.body.detail).toContain('leave one of them out');
    await ada.post(commands, rename()).expect(400);
    await ada.get('/artifacts/plan').set('if-none-match', '"2"').expect(304);
  });

  it('gives contents that were uploaded back as they are', async () => {
    const { as } = await makeApp();
    const ada = as('demo/ada');
    const content = '\ufeff<a>\r\nü</a>';
    const send = (body: Buffer) =>
      ada.post('/uploads').type('application/octet-stream').send(body);
    const uploaded = await send(Buffer.from(content));
    expect([uploaded.status, uploaded.body.bytes]).toEqual([201, 14]);
    const { content: _, ...head } = creation('Plan');
    const { uploadId } = uploaded.body;
    await ada.post('/artifacts', { ...head, uploadId }).expect(201);
    const read = await ada.get('/artifacts/plan/content');
    expect(read.body.content).toBe(content);
    expect((await send(Buffer.from([0xff]))).body.detail).toContain('no UTF-8');
    // an upload is its tenant's alone
    const foreign = await as('other/olga').post('/artifacts', {
      ...head,
      uploadId,
    });
    expect([foreign.status, foreign.body.detail]).toEqual([
      400,
      `uploadId: nothing was uploaded as ${uploadId}, or too long ago; send the content by POST /uploads again`,
    ]);
    const neither = await ada.post('/artifacts', head);
    expect(neither.body.detail).toBe('needs either content or uploadId');
  });

  it('feeds changes to a consumer with a cursor, who may wait for them', async () => {
    const { as } = await makeApp();
    const ada = as('demo/ada');
    await ada.post('/artifacts', creation('One'));
    const first = await ada.get('/events');
    expect(first.body).toMatchObject({
      items: [{ type: 'ArtifactCreated', position: 1 }],
      cursor: 1,
    });
    const waiting = ada.get('/events?after=1&wait=10').then(({ body }) => body);
    await ada.post('/artifacts', creation('Two'));
    expect(await waiting).toMatchObject({
      items: [{ artifact: 'tenants/demo/artifacts/two' }],
      cursor: 2,
    });
    expect((await ada.get('/events?after=2')).body).toEqual({
      items: [],
      cursor: 2,
    });
    expect((await as('other/olga').get('/events')).body.items).toEqual([]);
  });

  it('lets persons review, but no agents', async () => {
    const { as, event } = await makeApp();
    await as('demo/ada').post('/artifacts', creation('Plan'));
    const give = async (user: string, given: object) => {
      const { body } = await as('demo/ada').get('/artifacts/plan');
      return as(user).post('/artifacts/plan/commands', {
        commandId: uuidv7(),
        expectedSequence: body.sequence,
        ...given,
      });
    };
    await give('demo/ada', { type: 'make-revision' });
    await give('demo/ada', { type: 'submit', revision: 1 });
    const approve = { type: 'approve', revision: 1 };
    const refused = await give('demo/scout', approve);
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'user:demo/scout is an agent, and this is for persons',
    ]);
    // a refusal is in the audit log as well
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect((await give('demo/ben', approve)).status).toBe(200);
    const promoted = await give('demo/ben', { type: 'promote', revision: 1 });
    expect(promoted.body.artifact.promotedRevision).toBe(1);
  });

  it('refuses who may not read, and records it', async () => {
    const { as, auditor, event } = await makeApp({
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
    });
    const { body } = await as('demo/vera').get('/artifacts');
    expect(body).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: expect.stringContaining(
        'lacks the permission transformation.artifact.read',
      ),
    });
    const homeless = await as('default/nobody').get('/artifacts');
    expect(homeless.body.detail).toContain('belongs to no tenant');
    expect(event.fail).toHaveBeenCalledTimes(2);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'refusal',
        meta: { permission: 'transformation.artifact.read' },
      }),
    );
  });

  it('refuses bodies that are no JSON or too large, and says what to do', async () => {
    const { as } = await makeApp();
    const send = (body: string) =>
      as('demo/ada').post('/artifacts').type('application/json').send(body);
    expect((await send('{')).body).toMatchObject({
      status: 400,
      code: 'invalid-argument',
    });
    expect((await send(`"${'x'.repeat(2_000_000)}"`)).body).toMatchObject({
      status: 413,
      code: 'too-large',
      detail: expect.stringContaining('POST /uploads'),
    });
  });

  it('wants contents of more than 64 KiB to be uploaded, and takes them up to 10 MiB', async () => {
    const { as } = await makeApp();
    const ada = as('demo/ada');
    const { body: inline } = await ada.post(
      '/artifacts',
      creation('Plan', 'x'.repeat(65_537)),
    );
    expect(inline).toMatchObject({
      status: 413,
      code: 'upload-required',
      detail: expect.stringContaining('POST /api/transformation/v1/uploads'),
    });
    await ada.post('/artifacts', creation('Small', 'x'.repeat(65_536)));
    const upload = (bytes: number) =>
      ada
        .post('/uploads')
        .type('application/octet-stream')
        .send(Buffer.alloc(bytes, 'x'));
    const { body: uploaded } = await upload(10 * 1024 * 1024);
    expect(uploaded.bytes).toBe(10_485_760);
    const { content: _, ...head } = creation('Large');
    const { uploadId } = uploaded;
    await ada.post('/artifacts', { ...head, uploadId }).expect(201);
    const tooLarge = await upload(10 * 1024 * 1024 + 1);
    expect(tooLarge.body).toMatchObject({
      status: 413,
      code: 'too-large',
      detail: expect.stringContaining('10485760'),
    });
    // what is in the store and was never uploaded cannot be named
    const small = await ada.get('/artifacts/small/content');
    const named = await ada.post('/artifacts', {
      ...creation('Stolen'),
      content: undefined,
      uploadId: small.body.digest,
    });
    expect(named.body.detail).toContain('nothing was uploaded as');
  });

  it('streams a content byte for byte, as a file', async () => {
    const { as } = await makeApp();
    const ada = as('demo/ada');
    const content = '\ufeff<a>\r\nü</a>';
    await ada.post('/artifacts', creation('Plan', content));
    await ada.post('/artifacts/plan/commands', {
      type: 'change',
      commandId: uuidv7(),
      expectedSequence: 1,
      content: '<b/>',
    });
    const read = await ada
      .get('/artifacts/plan/download?sequence=1')
      .responseType('blob');
    expect(read.body).toEqual(Buffer.from(content));
    expect(read.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="plan.bpmn"',
      'x-content-type-options': 'nosniff',
      'repr-digest': `sha-256=:${createHash('sha256')
        .update(content)
        .digest('base64')}:`,
    });
    const foreign = await as('other/olga').get('/artifacts/plan/download');
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not-found']);
  });

  it('takes no more changes a minute than are allowed, and says when to go on', async () => {
    const { as, event } = await makeApp({
      limitWrites: createLimitWrites({ perUser: 2, perTenant: 3 }),
    });
    const make = async (user: string) => {
      const { status, body, headers } = await as(user).post(
        '/artifacts',
        creation(),
      );
      return [status, body.code, headers['retry-after'] !== undefined];
    };
    const taken = [201, undefined, false];
    const refused = [429, 'too-many-requests', true];
    expect(await make('demo/ada')).toEqual(taken);
    expect(await make('demo/ada')).toEqual(taken);
    expect(await make('demo/ada')).toEqual(refused);
    expect(await make('demo/ben')).toEqual(taken);
    // the tenant as a whole
    expect(await make('demo/cleo')).toEqual(refused);
    expect(await make('other/olga')).toEqual(taken);
    expect(event.fail).toHaveBeenCalledTimes(2);
    await as('demo/ada').get('/artifacts').expect(200);
  });

  it('exports, purges, imports and rebuilds the own tenant, and knows no other', async () => {
    const { as, auditor } = await makeApp();
    const ada = as('demo/ada');
    await ada.post('/artifacts', creation('Plan'));
    const { body: before } = await ada.get('/artifacts/plan');
    const exported = await ada.get('/tenants/demo/export').responseType('blob');
    expect(exported.type).toBe('application/x-ndjson');
    const lines = exported.body.toString() as string;
    expect(lines.trim().split('\n')).toHaveLength(5);
    const purged = await ada.post('/tenants/demo/purge');
    expect(purged.body.rows).toMatchObject({ artifacts: 1, outbox: 1 });
    await ada.get('/artifacts/plan').expect(404);
    const bring = (text: string) =>
      ada
        .post('/tenants/demo/import')
        .type('application/x-ndjson')
        .send(Buffer.from(text));
    const cut = await bring(lines.slice(0, 1000));
    expect([cut.status, cut.body.code]).toEqual([400, 'invalid-argument']);
    expect((await bring(lines)).body).toEqual({
      artifacts: 1,
      events: 1,
      contents: 1,
    });
    expect((await ada.get('/artifacts/plan')).body).toEqual(before);
    const found = await ada.get('/artifacts?search=plan');
    expect(found.body.items).toMatchObject([{ id: 'plan' }]);
    const rebuilt = await ada
      .post('/tenants/demo/rebuild')
      .responseType('blob');
    expect(rebuilt.body.toString().trim().split('\n').map(JSON.parse)).toEqual([
      { done: 1, total: 1 },
      { done: 1, total: 1, mended: [] },
    ]);
    const [foreign, absent] = [
      await ada.post('/tenants/other/purge'),
      await ada.post('/tenants/never/purge'),
    ];
    expect(foreign.body).toMatchObject({
      status: 404,
      detail: 'There is no tenant other',
    });
    expect(absent.text).toBe(foreign.text.replaceAll('other', 'never'));
    // the record of an erasure does not name whom it is about
    const erasure = { userEntityRef: 'user:demo/ada' };
    await ada.post('/tenants/demo/erasures', erasure).expect(200);
    const { calls } = auditor.createEvent.mock;
    const record = calls.find(([{ eventId }]) => eventId === 'person-erase')!;
    expect(record[0].meta).toEqual({});
    const agent = await as('demo/scout').post('/tenants/demo/purge');
    expect(agent.status).toBe(403);
  });

  it('describes all its routes in a valid OpenAPI 3.1 document', async () => {
    const { as, router } = await makeApp();
    const { body } = await as('demo/ada').get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    await expect(SwaggerParser.validate(body)).resolves.toBeDefined();
    const described = operations
      .map(({ method, path }) => `${method} ${path}`)
      .sort();
    expect(described).toEqual(routesOf(router).sort());
  });
});

describe('a problem', () => {
  it('tells nothing of what is our own fault', () => {
    expect(problemOf(new Error('column "x"'))).toMatchObject({
      status: 500,
      code: 'internal',
      detail: 'Something went wrong; the log of the backend says what',
    });
  });
});

/** The routes that Express has below `/v1`, as the document writes them. */
function routesOf(router: express.Router): string[] {
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> };
    handle: { stack?: Layer[] };
  }
  const layers = (router.stack as unknown as Layer[]).flatMap(
    ({ handle }) => handle.stack ?? [],
  );
  return layers.flatMap(({ route }) =>
    route && route.path !== '/openapi.json'
      ? Object.keys(route.methods).map(
          method => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        )
      : [],
  );
}
