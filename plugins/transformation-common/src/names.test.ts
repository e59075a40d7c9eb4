import {
  artifactName,
  parseArtifactName,
  parseRevisionName,
  resourceId,
  resourceIdOf,
  revisionName,
} from './names';

describe('names', () => {
  it('go into one and come out again', () => {
    const name = artifactName('demo', 'lead-to-order');
    expect(name).toBe('tenants/demo/artifacts/lead-to-order');
    expect(parseArtifactName(name)).toEqual({
      tenant: 'demo',
      artifact: 'lead-to-order',
    });
  });

  it('of revisions go into one and come out again', () => {
    const name = revisionName(artifactName('demo', 'a'), 12);
    expect(name).toBe('tenants/demo/artifacts/a/revisions/12');
    expect(parseRevisionName(name)).toEqual({
      tenant: 'demo',
      artifact: 'a',
      revision: 12,
    });
    for (const wrong of ['', '0', 'x', '1/y', '01']) {
      expect(
        parseRevisionName(`tenants/demo/artifacts/a/revisions/${wrong}`),
      ).toBeUndefined();
    }
  });

  it.each([
    '',
    'tenants/demo',
    'tenants/demo/artifacts/',
    'tenants/demo/artifacts/../x',
    'tenants/demo/artifacts/x/revisions/1',
    'tenants/DEMO/artifacts/x',
    'artifacts/x/tenants/demo',
  ])('refuse %j', name => {
    expect(parseArtifactName(name)).toBeUndefined();
  });

  it.each([
    ['Lead to Order (2026)', 'lead-to-order-2026'],
    ['  Übergabe & Prüfung ', 'ubergabe-prufung'],
    ['42 reasons', 'reasons'],
    ['x'.repeat(80), 'x'.repeat(63)],
    [`${'x'.repeat(62)} y`, 'x'.repeat(62)],
    ['???', undefined],
  ])('make an id of %j', (title, id) => {
    expect(resourceIdOf(title)).toBe(id);
    expect(resourceId.safeParse(id).success).toBe(id !== undefined);
  });
});
