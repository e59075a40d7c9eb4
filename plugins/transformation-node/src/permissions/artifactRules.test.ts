import type { Artifact } from '@ameide/plugin-transformation-common';
import { artifactRules } from './artifactRules';

const artifact = {
  tenant: 'demo',
  owner: 'group:demo/sales',
  kind: 'bpmn',
} as Artifact;

describe('rules of artifacts', () => {
  it.each([
    ['inTenant', 'tenant', 'demo', 'other'],
    ['ownedBy', 'owner', 'group:demo/sales', 'group:other/sales'],
    ['ofKind', 'kind', 'bpmn', 'dmn'],
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
