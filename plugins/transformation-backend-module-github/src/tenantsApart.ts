import { InputError } from '@backstage/errors';
import type { TenantConfig } from './config';

/**
 * Two tenants may share an organization, yet never a repository.
 *
 * @throws InputError where some artifact's name would lead into another tenant's repository
 */
export function assertApart(
  key: string,
  tenants: Map<string, TenantConfig>,
): void {
  const all = [...tenants].map(([tenant, { owner, ...names }]) => ({
    tenant,
    // GitHub's names do not depend on the case
    owner: owner.toLowerCase(),
    gitops: names.gitopsRepository.toLowerCase(),
    prefix: names.servicePrefix.toLowerCase(),
  }));
  for (const one of all) {
    for (const other of all) {
      if (one === other || one.owner !== other.owner) continue;
      const shared =
        one.gitops === other.gitops ||
        other.prefix.startsWith(one.prefix) ||
        other.gitops.startsWith(one.prefix);
      if (shared) {
        throw new InputError(
          `${key}: ${one.tenant} could reach a repository of ${other.tenant} in ${one.owner}; give each a servicePrefix that nothing of the other begins with, and a gitopsRepository of its own`,
        );
      }
    }
  }
}
