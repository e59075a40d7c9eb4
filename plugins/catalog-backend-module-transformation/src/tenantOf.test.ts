import { mockServices } from '@backstage/backend-test-utils';
import { createTenantOf } from './tenantOf';

describe('the tenant of a URL', () => {
  const tenantOf = createTenantOf(
    mockServices.rootConfig({
      data: {
        app: { baseUrl: 'https://factory.example/' },
        transformation: {
          forge: {
            github: {
              host: 'git.example',
              tenants: {
                acme: { owner: 'Acme', gitopsRepository: 'gitops' },
                blue: {
                  owner: 'shared',
                  gitopsRepository: 'gitops-of-blue',
                  servicePrefix: 'blue-',
                },
              },
            },
          },
        },
      },
    }),
  );

  it.each([
    [
      'https://factory.example/repositories/demo/services/a/blob/main/x',
      'demo',
    ],
    ['https://git.example/acme/orders/blob/main/x', 'acme'],
    ['https://git.example/shared/blue-orders/blob/main/x', 'blue'],
    ['https://git.example/shared/gitops-of-blue/blob/main/x', 'blue'],
  ])('%s is %s', (url, tenant) => {
    expect(tenantOf(url)).toBe(tenant);
  });

  it.each([
    'https://GIT.example:443/acme/orders',
    'https://git.example//acme//orders',
    'https://ada@git.example/%41cme/orders',
    'https://git.example/shared/../acme/orders',
  ])('%s is that of its other spelling', url => {
    expect(tenantOf(url)).toBe('acme');
  });

  it.each([
    'https://git.example/shared/red-orders/blob/main/x',
    'https://git.example/shared/gitops-of-blues/blob/main/x',
    'https://git.example/acme-too/orders',
    'https://factory.example/catalog',
    'https://git.example/%',
    '../../examples/org.yaml',
  ])('%s is of none', url => {
    expect(tenantOf(url)).toBeUndefined();
  });
});
