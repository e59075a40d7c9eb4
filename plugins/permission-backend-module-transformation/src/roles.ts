import { parseEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';

/** What somebody may do, beyond reading, in the own tenant. */
export type Role = 'admin' | 'architect' | 'approver' | 'operator';

/** Which group, by its name in the user's own tenant, gives which roles. */
export type RoleGroups = Record<Role, string[]>;

const DEFAULTS: RoleGroups = {
  admin: ['admins'],
  architect: ['architects'],
  approver: ['approvers'],
  operator: ['architects', 'approvers', 'operators'],
};

/** Reads `permission.transformation.roles`. */
export function readRoleGroups(config: Config): RoleGroups {
  const roles = config.getOptionalConfig('permission.transformation.roles');
  const groupsOf = (role: Role) =>
    roles?.getOptionalStringArray(role) ?? DEFAULTS[role];
  return {
    admin: groupsOf('admin'),
    architect: groupsOf('architect'),
    approver: groupsOf('approver'),
    operator: groupsOf('operator'),
  };
}

/**
 * The roles of a user. Only groups of the user's own namespace count: a
 * membership elsewhere gives nothing in this tenant.
 *
 * @param ownershipEntityRefs - as the sign-in claimed them
 */
export function rolesOf(
  userEntityRef: string,
  ownershipEntityRefs: string[],
  groups: RoleGroups,
): Set<Role> {
  const tenant = parseEntityRef(userEntityRef).namespace;
  const memberOf = new Set(
    ownershipEntityRefs
      .map(ref => parseEntityRef(ref))
      .filter(ref => ref.kind === 'group' && ref.namespace === tenant)
      .map(ref => ref.name),
  );
  const roles = Object.keys(groups) as Role[];
  return new Set(
    roles.filter(role => groups[role].some(name => memberOf.has(name))),
  );
}
