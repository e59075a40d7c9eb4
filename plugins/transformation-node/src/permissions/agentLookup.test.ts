import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createAgentLookup } from './agentLookup';

const user = (name: string, labels?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { namespace: 'demo', name, labels },
  spec: {},
});

describe('looking agents up', () => {
  const catalog = catalogServiceMock({
    entities: [user('scout', { 'ameide.io/agent': 'true' }), user('ada')],
  });

  it.each([
    ['user:demo/scout', true],
    ['user:demo/ada', false],
    ['user:demo/unknown', false],
  ])('%s is an agent: %s', async (ref, agent) => {
    const isAgent = createAgentLookup(mockServices.auth(), catalog);
    await expect(isAgent(ref)).resolves.toBe(agent);
  });
});
