import type { AuthService } from '@backstage/backend-plugin-api';
import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { StoreContext } from './context';

/**
 * Looks entities up in the catalog. A tenant sees those of its own namespace
 * and those that all share; of others it is not even told that they are there.
 */
export function createEntityLookup(
  auth: AuthService,
  catalog: CatalogService,
): StoreContext['entityExists'] {
  return async (tenant, entityRef) => {
    const { namespace } = parseEntityRef(entityRef);
    if (![tenant, DEFAULT_NAMESPACE].includes(namespace)) return false;
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    return entity !== undefined;
  };
}
