import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';

/**
 * Keeps tenants apart in the catalog: what comes from a repository of the
 * factory is of the repository's tenant, whoever has registered it.
 *
 * @param appBaseUrl - without a slash at its end
 */
export function createTenantProcessor(appBaseUrl: string): CatalogProcessor {
  const repositories = `${appBaseUrl}/repositories/`;
  return {
    getProcessorName: () => 'transformation-tenants',

    async preProcessEntity(entity, _location, _emit, { target }) {
      if (!target.startsWith(repositories)) return entity;
      const [tenant] = target.slice(repositories.length).split('/');
      const { namespace = DEFAULT_NAMESPACE } = entity.metadata;
      // the catalog's own records of what is registered are in its default namespace
      if (entity.kind === 'Location' || namespace === tenant) return entity;
      throw new InputError(
        `${stringifyEntityRef(
          entity,
        )} comes from a repository of the tenant ${tenant}: metadata.namespace has to be ${tenant}`,
      );
    },
  };
}
