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
import request from 'supertest';
import {
  artifactPermissions,
  artifactReadPermission,
  artifactWritePermission,
  parseArtifactName,
  revisionReviewPermission,
  transformationReadPermission,
  type ArtifactPermission,
} from '@ameide/plugin-transformation-common';
import {
  artifactResourceRef,
  artifactRules,
} from '@ameide/plugin-transformation-node';
import policyModule from '.';

jest.setTimeout(60_000);

/** Groups of the users of these tests. */
const GROUPS: Record<string, string[]> = {
  'user:demo/ada': ['group:demo/architects'],
  'user:demo/ben': ['group:demo/approvers'],
  'user:demo/scout': ['group:demo/architects', 'group:demo/approvers'],
  'user:other/olga': ['group:other/architects'],
};

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo({ principal }) {
      const { userEntityRef } = principal as { userEntityRef: string };
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...(GROUPS[userEntityRef] ?? [])],
      };
    },
  }),
});

/** Plugins call others in the name of a user, which the framework's mock forgets to say. */
const httpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const mock = mockServices.httpAuth({ pluginId: plugin.getId() });
    return {
      ...mock,
      async credentials(incoming, options) {
        const found = await mock.credentials(incoming, options);
        const actor = { type: 'service', subject: 'plugin:permission' };
        return plugin.getId() === 'transformation'
          ? { ...found, principal: Object.assign({ actor }, found.principal) }
          : found;
      },
      issueUserCookie: mock.issueUserCookie.bind(mock),
    };
  },
});

/** Has one artifact, the plan of demo. */
const artifactsPlugin = createBackendPlugin({
  pluginId: 'transformation',
  register(env) {
    env.registerInit({
      deps: { registry: coreServices.permissionsRegistry },
      async init({ registry }) {
        registry.addResourceType({
          resourceRef: artifactResourceRef,
          permissions: artifactPermissions,
          rules: Object.values(artifactRules),
          getResources: async names =>
            names.map(name => {
              const { tenant, artifact } = parseArtifactName(name)!;
              return tenant === 'demo' && artifact === 'plan'
                ? {
                    name,
                    tenant,
                    owner: 'user:demo/ada',
                    kind: 'bpmn',
                    lanes: [],
                  }
                : undefined;
            }),
        });
      },
    });
  },
});

it('decides what is asked over HTTP', async () => {
  const { server } = await startTestBackend({
    features: [
      permissionPlugin,
      policyModule,
      artifactsPlugin,
      userInfo,
      httpAuth,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: {
              namespace: 'demo',
              name: 'scout',
              labels: { 'ameide.io/agent': 'true' },
            },
          },
        ],
      }),
    ],
  });
  const post = async (user: string, item: object) => {
    const { body } = await request(server)
      .post('/api/permission/authorize')
      .set('authorization', mockCredentials.user.header(user))
      .send({ items: [{ id: '1', ...item }] });
    return body.items[0].result;
  };
  const ask = (user: string, permission: ArtifactPermission, name = 'demo') =>
    post(user, { permission, resourceRef: `tenants/${name}/artifacts/plan` });

  expect(await ask('user:demo/vera', artifactReadPermission)).toBe('ALLOW');
  expect(await ask('user:demo/vera', artifactWritePermission)).toBe('DENY');
  expect(await ask('user:demo/ada', artifactWritePermission)).toBe('ALLOW');
  expect(await ask('user:demo/ben', revisionReviewPermission)).toBe('ALLOW');
  expect(await ask('user:demo/scout', artifactWritePermission)).toBe('ALLOW');
  expect(await ask('user:demo/scout', revisionReviewPermission)).toBe('DENY');
  // what is another tenant's, and what is nowhere
  expect(await ask('user:other/olga', artifactReadPermission)).toBe('DENY');
  expect(await ask('user:other/olga', artifactReadPermission, 'other')).toBe(
    'DENY',
  );
  expect(
    await post('user:demo/vera', { permission: transformationReadPermission }),
  ).toBe('ALLOW');
  await server.stop();
});
