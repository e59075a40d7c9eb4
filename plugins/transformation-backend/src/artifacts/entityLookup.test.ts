import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createEntityLookup } from './entityLookup';

const entity = (kind: string, namespace: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace, name },
  spec: {},
});
const catalog = catalogServiceMock({
  entities: [
    entity('Component', 'demo', 'sales'),
    entity('Component', 'other', 'secret'),
    entity('API', 'default', 'shared'),
  ],
});

describe('looking entities up', () => {
  it.each([
    ['component:demo/sales', true],
    ['api:default/shared', true],
    ['component:demo/nowhere', false],
    // that it is there is not for this tenant to know
    ['component:other/secret', false],
  ])('%s is there: %s', async (ref, there) => {
    const exists = createEntityLookup(mockServices.auth(), catalog);
    await expect(exists('demo', ref)).resolves.toBe(there);
  });
});
