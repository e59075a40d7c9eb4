import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import {
  artifactResourceRef,
  type ArtifactCriterion,
  type ArtifactResource,
} from './artifactResource';

/** A rule that wants one of some values in a property: the same on an artifact in hand as in a query. */
const oneOf = <N extends string>(
  name: N,
  description: string,
  property: ArtifactCriterion['property'],
  valuesOf: (artifact: ArtifactResource) => string[],
) =>
  createPermissionRule({
    name,
    description,
    resourceRef: artifactResourceRef,
    paramsSchema: z.object({ values: z.array(z.string()).min(1) }),
    apply: (artifact, { values }) =>
      valuesOf(artifact).some(value => values.includes(value)),
    toQuery: ({ values }) => ({ property, values }),
  });

/** Rules that a policy can decide about artifacts by. */
export const artifactRules = {
  inTenant: oneOf(
    'IN_TENANT',
    'Artifacts of these tenants',
    'tenant',
    ({ tenant }) => [tenant],
  ),
  ownedBy: oneOf(
    'OWNED_BY',
    'Artifacts that one of these entities owns; entity references',
    'owner',
    ({ owner }) => [owner],
  ),
  ofKind: oneOf('OF_KIND', 'Artifacts of these kinds', 'kind', ({ kind }) => [
    kind,
  ]),
  inLane: oneOf(
    'IN_LANE',
    'Artifacts that one of these lanes runs, such as prod',
    'lane',
    ({ lanes }) => lanes,
  ),
};

const exports = createConditionExports({
  resourceRef: artifactResourceRef,
  rules: artifactRules,
});

/** Conditions on artifacts, for permission policies. */
export const artifactConditions = exports.conditions;

/** What a permission policy answers where an artifact decides. */
export const createArtifactConditionalDecision =
  exports.createConditionalDecision;
