import { mockServices } from '@backstage/backend-test-utils';
import { readGithubForgeConfig } from './config';

const read = (github: object | undefined, type = 'none') =>
  readGithubForgeConfig(
    mockServices.rootConfig({
      data: { transformation: { forge: { type, ...(github && { github }) } } },
    }),
  );
const tenant = (more: object = {}) => ({
  owner: 'acme',
  gitopsRepository: 'gitops',
  ...more,
});

describe('the settings', () => {
  it('are read', () => {
    expect(read(undefined)).toBeUndefined();
    const demo = tenant({ servicePrefix: '' });
    expect(read({ tenants: { demo } })).toEqual({
      host: 'github.com',
      tenants: new Map([['demo', demo]]),
    });
    const other = tenant({ owner: 'else', servicePrefix: 'svc-' });
    const both = { host: 'ghe.test', tenants: { demo: tenant(), other } };
    expect(read(both)!.tenants.get('other')).toEqual(other);
  });

  it.each([
    [{ demo: tenant({ owner: 'a/b' }) }, 'tenants.demo.owner'],
    [{ demo: tenant({ gitopsRepository: '..' }) }, 'demo.gitopsRepository'],
    [{ demo: tenant({ gitopsRepository: 'x.git' }) }, 'demo.gitopsRepository'],
    [{ demo: tenant({ servicePrefix: '../' }) }, 'demo.servicePrefix'],
    [{ Demo: tenant() }, 'no name of a tenant'],
  ])('are refused where they name nothing: %j', (tenants, message) => {
    expect(() => read({ tenants })).toThrow(message);
  });

  it.each([
    [tenant(), tenant({ gitopsRepository: 'other-gitops' })],
    [tenant({ servicePrefix: 'a-' }), tenant({ servicePrefix: 'b-' })],
    [
      tenant({ servicePrefix: 'a-' }),
      tenant({ gitopsRepository: 'g', servicePrefix: 'A-b-' }),
    ],
    [
      tenant({ servicePrefix: 'a-' }),
      tenant({ gitopsRepository: 'a-gitops', servicePrefix: 'b-' }),
    ],
    [
      tenant({ servicePrefix: 'a-' }),
      tenant({ owner: 'ACME', gitopsRepository: 'g', servicePrefix: 'a-' }),
    ],
  ])('keep tenants apart: %j and %j', (demo, other) => {
    expect(() => read({ tenants: { demo, other } })).toThrow(
      /could reach a repository/,
    );
  });

  it('let tenants share an organization by prefixes', () => {
    const demo = tenant({ servicePrefix: 'demo-' });
    const other = tenant({ gitopsRepository: 'g', servicePrefix: 'other-' });
    expect(read({ tenants: { demo, other } })!.tenants.size).toBe(2);
  });

  it('do not go with the embedded forge', () => {
    expect(() => read({ tenants: { demo: tenant() } }, 'local')).toThrow(
      'set the type to "none"',
    );
  });
});
