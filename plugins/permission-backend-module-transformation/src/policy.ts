import { parseEntityRef } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  artifactWritePermission,
  buildCreatePermission,
  instanceOperatePermission,
  pullRequestMergePermission,
  revisionReviewPermission,
  tenantAdministerPermission,
} from '@ameide/plugin-transformation-common';
import { rolesOf, type Role, type RoleGroups } from './roles';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Which role a permission that changes something needs; what is not listed nobody has. */
const ROLE_NEEDED: Record<string, Role> = {
  [artifactWritePermission.name]: 'architect',
  [revisionReviewPermission.name]: 'approver',
  [buildCreatePermission.name]: 'architect',
  [pullRequestMergePermission.name]: 'approver',
  [instanceOperatePermission.name]: 'operator',
  [tenantAdministerPermission.name]: 'admin',
  'catalog.entity.create': 'architect',
  'catalog.entity.delete': 'architect',
  'catalog.entity.refresh': 'operator',
  'catalog.entity.validate': 'architect',
  'catalog.location.create': 'architect',
  'catalog.location.analyze': 'architect',
  'scaffolder.task.create': 'architect',
  'scaffolder.task.cancel': 'architect',
  'scaffolder.template.dry-run': 'architect',
};

/** What everybody who is signed in may do; each is about one's own things or harmless. */
const EVERYBODY = new Set([
  'scaffolder.action.execute',
  'scaffolder.template.parameter.read',
  'scaffolder.template.step.read',
]);

/**
 * The factory's permission policy: everybody reads in the own tenant, roles
 * change things, nobody sees another tenant.
 */
export function createTenantPolicy(groups: RoleGroups): PermissionPolicy {
  return {
    async handle({ permission }, user) {
      if (!user) return DENY;
      const { userEntityRef, ownershipEntityRefs } = user.info;
      const roles = rolesOf(userEntityRef, ownershipEntityRefs, groups);
      const needed = ROLE_NEEDED[permission.name];
      const allowed = needed
        ? roles.has(needed)
        : permission.attributes.action === 'read' ||
          EVERYBODY.has(permission.name);
      if (!allowed) return DENY;
      return decideByResource(permission, userEntityRef) ?? ALLOW;
    },
  };
}

/** Narrows what is allowed to things of one's own; undefined where the permission names no thing. */
function decideByResource(
  permission: Permission,
  userEntityRef: string,
): PolicyDecision | undefined {
  if (isResourcePermission(permission, 'scaffolder-task')) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
    );
  }
  if (isResourcePermission(permission, 'catalog-entity')) {
    const { namespace } = parseEntityRef(userEntityRef);
    const ofTenant = catalogConditions.hasMetadata({
      key: 'namespace',
      value: namespace,
    });
    if (permission.attributes.action !== 'read') {
      return createCatalogConditionalDecision(permission, ofTenant);
    }
    return createCatalogConditionalDecision(permission, {
      // templates and locations are shared: they stand in Backstage's default namespace
      anyOf: [
        ofTenant,
        catalogConditions.hasMetadata({ key: 'namespace', value: 'default' }),
      ],
    });
  }
  return undefined;
}
