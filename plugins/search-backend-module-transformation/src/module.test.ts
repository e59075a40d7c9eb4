import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import { Router } from 'express';
import request from 'supertest';
import policyModule from '@ameide/plugin-permission-backend-module-transformation';
import {
  artifactName,
  artifactPermissions,
  type SearchDocument,
} from '@ameide/plugin-transformation-common';
import {
  artifactResourceRef,
  artifactRules,
} from '@ameide/plugin-transformation-node';
import searchModule from '.';

jest.setTimeout(60_000);

const document = (tenant: string, id: string): SearchDocument => ({
  name: artifactName(tenant, id),
  tenant,
  id,
  kind: 'bpmn',
  owner: `group:${tenant}/sales`,
  title: `Plan ${id} of ${tenant}`,
  text: `The secret of ${tenant}`,
});
const DOCUMENTS: Record<string, SearchDocument[]> = {
  demo: [document('demo', 'one'), document('demo', 'two')],
  // an id may be in use in several tenants
  other: [document('other', 'one')],
};

/** Answers as the transformation backend does, a document a page. */
const transformationPlugin = createBackendPlugin({
  pluginId: 'transformation',
  register(env) {
    env.registerInit({
      deps: {
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        registry: coreServices.permissionsRegistry,
      },
      async init({ http, httpAuth, registry }) {
        registry.addResourceType({
          resourceRef: artifactResourceRef,
          permissions: artifactPermissions,
          rules: Object.values(artifactRules),
          getResources: async names =>
            names.map(name => {
              const found = Object.values(DOCUMENTS)
                .flat()
                .find(item => item.name === name);
              return found && { ...found, lanes: [] };
            }),
        });
        const router = Router();
        router.use(async (incoming, _response, next) => {
          await httpAuth.credentials(incoming, { allow: ['service'] });
          next();
        });
        router.get('/v1/tenants', (_request, response) => {
          response.json({ items: Object.keys(DOCUMENTS) });
        });
        router.get(
          '/v1/tenants/:tenant/search-documents',
          ({ params, query }, response) => {
            const n = Number(query.pageToken ?? 0);
            const all = DOCUMENTS[params.tenant];
            response.json({
              items: [all[n]],
              ...(n + 1 < all.length && { nextPageToken: String(n + 1) }),
            });
          },
        );
        http.use(router);
      },
    });
  },
});

/** Plugins call others in the name of a user, which the framework's mock forgets to say. */
const httpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const mock = mockServices.httpAuth({ pluginId: plugin.getId() });
    return {
      async credentials(incoming, options) {
        const found = await mock.credentials(incoming, options);
        const actor = { type: 'service', subject: 'plugin:search' };
        return plugin.getId() !== 'search'
          ? { ...found, principal: Object.assign({ actor }, found.principal) }
          : found;
      },
      issueUserCookie: mock.issueUserCookie.bind(mock),
    };
  },
});

it('shows each user what the own tenant has, and nothing of another', async () => {
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModule,
      permissionPlugin,
      policyModule,
      transformationPlugin,
      httpAuth,
      catalogServiceMock.factory({ entities: [] }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.permissions.factory(),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  for (const { id } of await scheduler.getScheduledTasks()) {
    await scheduler.triggerTask(id);
  }
  const find = async (user: string, term: string) => {
    const { body } = await request(server)
      .get('/api/search/query')
      .query({ term })
      .set('authorization', mockCredentials.user.header(user));
    return body.results
      .map(({ document: found }: { document: SearchDocument }) => found.title)
      .sort();
  };
  expect(await find('user:demo/ada', 'secret')).toEqual([
    'Plan one of demo',
    'Plan two of demo',
  ]);
  expect(await find('user:other/olga', 'secret')).toEqual([
    'Plan one of other',
  ]);
  expect(await find('user:other/olga', 'demo')).toEqual([]);
  expect(await find('user:third/eve', 'secret')).toEqual([]);
  expect(await find('user:default/guest', 'secret')).toEqual([]);
  await server.stop();
});
