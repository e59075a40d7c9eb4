import { parseEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';

/** Roles that groups give. Everybody of a tenant is a viewer, by no group. */
export type GroupRole = 'admin' | 'contributor' | 'approver' | 'agent';

/** What somebody is in the own tenant. */
export type Role = GroupRole | 'viewer';

/** Which group, by its name in the user's own tenant, gives which roles. */
export type RoleGroups = Record<GroupRole, string[]>;

const DEFAULTS: RoleGroups = {
  admin: ['admins'],
  contributor: ['architects', 'contributors'],
  approver: ['approvers'],
  agent: ['agents'],
};

/** Reads `permission.transformation.roles`. */
export function readRoleGroups(config: Config): RoleGroups {
  const roles = config.getOptionalConfig('permission.transformation.roles');
  const groupsOf = (role: GroupRole) =>
    roles?.getOptionalStringArray(role) ?? DEFAULTS[role];
  return {
    admin: groupsOf('admin'),
    contributor: groupsOf('contributor'),
    approver: groupsOf('approver'),
    agent: groupsOf('agent'),
  };
}

/**
 * The roles of a user. Only groups of the user's own namespace count: a
 * membership elsewhere gives nothing in this tenant, and who has no tenant has
 * no role.
 *
 * @param ownershipEntityRefs - as the sign-in claimed them
 */
export function rolesOf(
  userEntityRef: string,
  ownershipEntityRefs: string[],
  groups: RoleGroups,
): Role[] {
  const tenant = parseEntityRef(userEntityRef).namespace;
  if (tenant === 'default') return [];
  const memberOf = new Set(
    ownershipEntityRefs
      .map(ref => parseEntityRef(ref))
      .filter(ref => ref.kind === 'group' && ref.namespace === tenant)
      .map(ref => ref.name),
  );
  const given = (Object.keys(groups) as GroupRole[]).filter(role =>
    groups[role].some(name => memberOf.has(name)),
  );
  return ['viewer', ...given];
}
