import type { ArtifactResource } from './artifactResource';
import { artifactRules } from './artifactRules';

const artifact: ArtifactResource = {
  name: 'tenants/demo/artifacts/plan',
  tenant: 'demo',
  owner: 'group:demo/sales',
  kind: 'bpmn',
  lanes: ['dev', 'prod'],
};

describe('rules of artifacts', () => {
  it.each([
    ['inTenant', 'tenant', 'demo', 'other'],
    ['ownedBy', 'owner', 'group:demo/sales', 'group:other/sales'],
    ['ofKind', 'kind', 'bpmn', 'dmn'],
    ['inLane', 'lane', 'prod', 'staging'],
  ] as const)(
    '%s asks the same of an artifact as of a query',
    (name, property, fits, fails) => {
      const rule = artifactRules[name];
      expect(rule.apply(artifact, { values: [fails, fits] })).toBe(true);
      expect(rule.apply(artifact, { values: [fails] })).toBe(false);
      expect(rule.toQuery({ values: [fits] })).toEqual({
        property,
        values: [fits],
      });
    },
  );
});
