import { parsePullRequestId, placeOf, pullRequestId } from './places';

const config = (servicePrefix: string) => ({
  host: 'github.com',
  tenants: new Map([
    ['demo', { owner: 'acme', gitopsRepository: 'GitOps', servicePrefix }],
  ]),
});

describe('places at GitHub', () => {
  it('are where the configuration says', () => {
    expect(placeOf(config('svc-'), 'demo', 'services/returns')).toEqual({
      repository: 'services/returns',
      owner: 'acme',
      repo: 'svc-returns',
    });
    expect(placeOf(config(''), 'demo', 'gitops').repo).toBe('GitOps');
  });

  it('keep a service out of the repository of GitOps', () => {
    expect(() => placeOf(config(''), 'demo', 'services/gitops')).toThrow(
      'tenants.demo.servicePrefix',
    );
    expect(placeOf(config('s-'), 'demo', 'services/gitops').repo).toBe(
      's-gitops',
    );
  });

  it.each([
    '',
    'gitops/x',
    'services/',
    'services/a/b',
    'services/..',
    'acme/x',
  ])('do not include "%s"', repository => {
    expect(() => placeOf(config(''), 'demo', repository)).toThrow(
      'neither gitops nor',
    );
  });

  it('have ids of pull requests', () => {
    const id = pullRequestId('services/lead-to-order', 12);
    expect(id).toBe('services.lead-to-order.12');
    expect(parsePullRequestId(id)).toEqual({
      repository: 'services/lead-to-order',
      number: 12,
    });
    expect(parsePullRequestId('gitops.3').repository).toBe('gitops');
    for (const wrong of ['gitops.0', 'gitops.x', 'services..1', 'x.1', '']) {
      expect(() => parsePullRequestId(wrong)).toThrow('There is no');
    }
  });
});
