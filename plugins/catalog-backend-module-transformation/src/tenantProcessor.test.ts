import { createTenantProcessor } from './tenantProcessor';

describe('entities of a repository of the factory', () => {
  const { preProcessEntity } = createTenantProcessor('https://factory.example');

  const process = (
    kind: string,
    namespace: string | undefined,
    target: string,
  ) => {
    const origin = { type: 'url', target };
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: 'orders', namespace },
    };
    // cached values of a processor are not used
    return preProcessEntity!(entity, origin, jest.fn(), origin, {} as never);
  };

  const OURS =
    'https://factory.example/repositories/demo/services/orders/blob/main/catalog-info.yaml';

  it('are of its tenant', async () => {
    await expect(process('Component', 'demo', OURS)).resolves.toMatchObject({
      kind: 'Component',
    });
    for (const namespace of ['other', undefined]) {
      await expect(process('Component', namespace, OURS)).rejects.toThrow(
        `component:${
          namespace ?? 'default'
        }/orders comes from a repository of the tenant demo: metadata.namespace has to be demo`,
      );
    }
  });

  it('are those alone that are looked at, and no record of what is registered', async () => {
    await process('Location', undefined, OURS);
    await process('Component', 'other', 'https://git.example/orders.yaml');
    await process('Component', 'other', '../examples/org.yaml');
  });
});
