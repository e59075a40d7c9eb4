import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionRuleset } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ARTIFACT } from '@ameide/plugin-transformation-common';
import {
  artifactRules,
  type ArtifactCriterion,
  type ArtifactResource,
} from '@ameide/plugin-transformation-node';

/** The rules of artifacts, as the permissions registry gives them. */
export const ruleset: PermissionRuleset<ArtifactResource, ArtifactCriterion> = {
  getRuleByName: name =>
    Object.values(artifactRules).find(rule => rule.name === name) as never,
};

/** A conditional decision about artifacts. */
export const conditional = (
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'transformation',
  resourceType: RESOURCE_TYPE_ARTIFACT,
  conditions,
});

/** A permission framework with a policy of a test; artifacts are decided by those who have them. */
export function deciding(
  policy: (permission: Permission) => PolicyDecision,
): PermissionsService {
  const decide = (requests: { permission: Permission }[]) =>
    Promise.resolve(requests.map(({ permission }) => policy(permission)));
  return { authorize: decide as never, authorizeConditional: decide };
}
