import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { placeholdersOf } from './placeholdersOf';
import type { TenantOf } from './tenantOf';

/** What the processor asks of a URL. */
export interface Urls {
  tenantOf: TenantOf;
  /** Whether it is a location of the configuration: the operator may let a repository of a tenant have what all share. */
  isConfigured(url: string): boolean;
  /** As the catalog's own resolvers of placeholders do it. */
  resolveUrl: ResolveUrl;
}

type ResolveUrl = ScmIntegrations['resolveUrl'];

/**
 * Keeps tenants apart in the catalog. What comes from a repository of the
 * factory is of the repository's tenant, whoever has registered it; and what is
 * in a repository is read for entities of that tenant alone.
 */
export function createTenantProcessor({
  tenantOf,
  isConfigured,
  resolveUrl,
}: Urls): CatalogProcessor {
  return {
    getProcessorName: () => 'transformation-tenants',

    // before placeholders are read, whose processor has the usual priority, 20
    getPriority: () => 0,

    async preProcessEntity(entity, { target: base }, _emit, origin) {
      if (!isConfigured(origin.target)) {
        refuseForeign(entity, tenantOf(origin.target));
      }
      for (const { key, value } of placeholdersOf(entity)) {
        const tenant = tenantOf(tryResolve(resolveUrl, value, base));
        if (tenant && tenant !== tenantOf(base)) {
          throw new InputError(
            `${stringifyEntityRef(
              entity,
            )}: ${key} names a file of the tenant ${tenant}; it has to be in a repository of the entity's own tenant`,
          );
        }
      }
      return entity;
    },
  };
}

function refuseForeign(entity: Entity, tenant: string | undefined): void {
  const { namespace = DEFAULT_NAMESPACE } = entity.metadata;
  // the catalog's own records of what is registered are in its default namespace
  if (!tenant || entity.kind === 'Location' || namespace === tenant) return;
  throw new InputError(
    `${stringifyEntityRef(
      entity,
    )} comes from a repository of the tenant ${tenant}: metadata.namespace has to be ${tenant}`,
  );
}

/** What has no address is beside a file on disk. */
function tryResolve(resolveUrl: ResolveUrl, url: string, base: string): string {
  try {
    return resolveUrl({ url, base });
  } catch {
    return url;
  }
}
