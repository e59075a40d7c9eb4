import { ScmIntegrations } from '@backstage/integration';
import { mockServices } from '@backstage/backend-test-utils';
import { createTenantOf } from './tenantOf';
import { createTenantProcessor } from './tenantProcessor';

const HOST = 'https://factory.example/repositories';
const OURS = `${HOST}/demo/services/orders/blob/main/catalog-info.yaml`;

describe('entities of a repository of the factory', () => {
  const config = mockServices.rootConfig({
    data: { app: { baseUrl: 'https://factory.example' } },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const configured = `${HOST}/demo/services/templates/blob/main/template.yaml`;
  const processor = createTenantProcessor({
    tenantOf: createTenantOf(config),
    isConfigured: url => url === configured,
    resolveUrl: to => integrations.resolveUrl(to),
  });

  const process = (
    kind: string,
    namespace: string | undefined,
    target = OURS,
    spec = {},
  ) => {
    const origin = { type: 'url', target };
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: 'orders', namespace },
      spec,
    };
    // a processor's cache is not used
    return processor.preProcessEntity!(
      entity,
      origin,
      jest.fn(),
      origin,
      {} as never,
    );
  };

  it('are of its tenant', async () => {
    await expect(process('Component', 'demo')).resolves.toMatchObject({
      kind: 'Component',
    });
    for (const namespace of ['other', undefined]) {
      await expect(process('Component', namespace)).rejects.toThrow(
        `component:${
          namespace ?? 'default'
        }/orders comes from a repository of the tenant demo: metadata.namespace has to be demo`,
      );
    }
  });

  it('are those alone that are looked at, and no record of what is registered', async () => {
    for (const [kind, namespace, target] of [
      ['Location', undefined, OURS],
      ['Component', 'other', 'https://git.example/orders.yaml'],
      ['Component', 'other', '../examples/org.yaml'],
      // the operator lets all have it
      ['Template', undefined, configured],
    ] as const) {
      await expect(process(kind, namespace, target)).resolves.toMatchObject({
        kind,
      });
    }
  });

  it.each([
    './proto/orders.proto',
    '/proto/orders.proto',
    `${HOST}/demo/services/pricing/blob/main/a.proto`,
    'https://git.example/a.proto',
  ])('have %s read in their place', async $text => {
    const spec = { definition: { $text } };
    await expect(process('API', 'demo', OURS, spec)).resolves.toMatchObject({
      spec,
    });
  });

  it.each([
    `${HOST}/other/services/orders/blob/main/a.proto`,
    '../../../../../other/services/orders/blob/main/a.proto',
    '/../../../../../../../../repositories/other/services/orders/blob/main/a.proto',
  ])('do not have %s of another tenant read', async $yaml => {
    const spec = { definition: [{ deep: { $yaml } }] };
    await expect(process('API', 'demo', OURS, spec)).rejects.toThrow(
      'api:demo/orders: $yaml names a file of the tenant other',
    );
  });

  it.each(['https://git.example/a.yaml', '/srv/catalog/a.yaml'])(
    'from %s do not have files of any tenant read',
    async target => {
      const $text = `${HOST}/demo/services/orders/blob/main/a.proto`;
      await expect(
        process('API', 'demo', target, { definition: { $text } }),
      ).rejects.toThrow('$text names a file of the tenant demo');
    },
  );
});
