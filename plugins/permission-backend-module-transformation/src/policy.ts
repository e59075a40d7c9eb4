import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { agentsMay, GRANTS } from './grants';
import { narrow } from './narrow';
import { rolesOf, type RoleGroups } from './roles';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * The factory's permission policy: everybody sees the own tenant, roles change
 * things, nobody sees another tenant, and no other role of an agent gives it
 * what is for persons.
 *
 * @param isAgent - whether the catalog says that a user is an AI agent
 */
export function createTenantPolicy(
  groups: RoleGroups,
  isAgent: (userEntityRef: string) => Promise<boolean>,
): PermissionPolicy {
  return {
    async handle({ permission }, user) {
      if (!user) return DENY;
      const { userEntityRef, ownershipEntityRefs } = user.info;
      const roles = rolesOf(userEntityRef, ownershipEntityRefs, groups);
      const granted = GRANTS[permission.name] ?? [];
      if (!roles.some(role => granted.includes(role))) return DENY;
      // only where it matters: most that is asked is for agents, too
      if (!agentsMay(permission.name)) {
        if (roles.includes('agent') || (await isAgent(userEntityRef))) {
          return DENY;
        }
      }
      return narrow(permission, userEntityRef) ?? ALLOW;
    },
  };
}
