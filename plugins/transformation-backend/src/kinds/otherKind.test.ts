import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import {
  coreServices,
  createServiceFactory,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { glossaryModule } from '../__testUtils__/glossary';
import { transformationPlugin } from '../plugin';

jest.setTimeout(60_000);

const USER = mockCredentials.user.header('user:demo/ada');
const FILE = join(__dirname, '../__testUtils__/glossary.ts');
const HOW_TO = join(__dirname, '../../../../docs/how-to/add-a-kind.md');

/** A service that is there already. */
const given = <T extends object>(service: ServiceRef<T, 'plugin'>, it: T) =>
  createServiceFactory({ service, deps: {}, factory: () => it });

describe.each(ENGINES)('a kind from another plugin, on %s', databaseId => {
  const databases = emptyDatabases();

  it('is created, changed, merged, read, found and refused as those of the factory are', async () => {
    const knex = await databases.connect(databaseId);
    const actions = actionsRegistryServiceMock();
    const backend = await startTestBackend({
      features: [
        transformationPlugin,
        glossaryModule,
        given(coreServices.database, mockServices.database({ knex })),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost' },
            transformation: {
              dataDir: mkdtempSync(`${tmpdir()}/ameide-kind-`),
              temporal: { address: '127.0.0.1:9' },
            },
          },
        }),
        catalogServiceMock.factory(),
        given(actionsRegistryServiceRef, actions),
        metricsServiceMock.factory(),
        tracingServiceMock.factory(),
      ],
    });
    const get = (path: string) =>
      request(backend.server)
        .get(`/api/transformation/v1${path}`)
        .set('authorization', USER);
    const post = (path: string, body: object) =>
      request(backend.server)
        .post(`/api/transformation/v1${path}`)
        .set('authorization', USER)
        .send({ commandId: uuidv7(), ...body });
    const change = (body: object) =>
      post('/artifacts/terms/commands', { type: 'change', ...body });
    const glossary = { kind: 'glossary', title: 'Terms' };

    const { body: kinds } = await get('/kinds');
    expect(kinds.items).toContainEqual({
      kind: 'glossary',
      schema: { type: 'object', additionalProperties: { type: 'string' } },
    });
    const refused = await post('/artifacts', { ...glossary, content: 'Lead' });
    expect(refused.body).toMatchObject({
      status: 400,
      code: 'invalid-argument',
      detail:
        'content: line 1 is no "term: meaning"; put a colon behind the term',
    });
    const content = 'Lead: somebody who may buy\nOrder: a promise to pay\n';
    await post('/artifacts', { ...glossary, content }).expect(201);
    const changed = await change({
      expectedSequence: 1,
      operations: [
        { op: 'set', elementId: 'Order', property: 'meaning', value: 'a deal' },
      ],
    });
    expect(changed.body.events[0].data.changes).toEqual([
      {
        elementId: 'Order',
        elementType: 'term',
        change: 'changed',
        detail: 'meaning changed from a promise to pay to a deal',
      },
    ]);
    const merged = await change({
      expectedSequence: 1,
      merge: true,
      content: `${content}Offer: what it would cost\n`,
    });
    expect(merged.status).toBe(200);
    const both = await change({
      expectedSequence: 1,
      merge: true,
      content: content.replace('a promise to pay', 'another thing'),
    });
    expect(both.body).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Order'),
    });
    expect((await get('/artifacts/terms/content')).body).toMatchObject({
      sequence: 3,
      content:
        'Lead: somebody who may buy\nOrder: a deal\nOffer: what it would cost\n',
    });
    const found = await get('/artifacts?search=deal&kind=glossary');
    expect(found.body.items).toMatchObject([
      {
        id: 'terms',
        kind: 'glossary',
        snippet: expect.stringContaining('deal'),
      },
    ]);
    const validated = async (text: string) => {
      const { output } = await actions.invoke({
        id: 'test:validate-artifact-content',
        input: { kind: 'glossary', content: text },
        credentials: mockCredentials.user('user:demo/ada'),
      });
      return output;
    };
    expect(await validated('Lead:')).toMatchObject({
      diagnostics: [{ code: 'GL1001', message: 'Lead has no meaning' }],
    });
    expect(await validated('Lead')).toMatchObject({
      diagnostics: [{ code: 'KIND000', line: 1 }],
    });
    await backend.stop();
  });
});

it('is written down in the documentation as it was run here', () => {
  expect(readFileSync(HOW_TO, 'utf8')).toContain(readFileSync(FILE, 'utf8'));
});
