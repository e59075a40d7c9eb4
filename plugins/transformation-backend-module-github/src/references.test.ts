import { withGithubNames } from './references';

const tenants = new Map([
  ['demo', { owner: 'acme', gitopsRepository: 'ops', servicePrefix: 'svc-' }],
]);

describe('references', () => {
  it.each([
    ['Belongs to services/returns#12.', 'Belongs to acme/svc-returns#12.'],
    ['Belongs to gitops#3.', 'Belongs to acme/ops#3.'],
    ['x/services/returns#12 my-gitops#3', 'x/services/returns#12 my-gitops#3'],
    ['services/returns-#1', 'services/returns-#1'],
    ['services/returns at gitops', 'services/returns at gitops'],
  ])('of "%s" read "%s"', (text, expected) => {
    const config = { host: 'github.com', tenants };
    expect(withGithubNames(config, 'demo', text)).toBe(expected);
  });
});
