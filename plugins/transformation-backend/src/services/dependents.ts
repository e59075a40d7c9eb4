import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Entity references of what would miss a component: of itself, and of the APIs that it alone provides. */
export function createDependentsOf(catalog: CatalogService) {
  return async (
    component: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> => {
    const entity = await catalog.getEntityByRef(component, { credentials });
    if (!entity) return [];
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: related(entity, RELATION_PROVIDES_API) },
      { credentials },
    );
    const apis = items
      .filter(api => api !== undefined)
      .filter(api => related(api, RELATION_API_PROVIDED_BY).length === 1);
    const found = [
      ...related(entity, RELATION_DEPENDENCY_OF),
      ...apis.flatMap(api => [
        ...related(api, RELATION_API_CONSUMED_BY),
        ...related(api, RELATION_DEPENDENCY_OF),
      ]),
    ];
    const { namespace } = parseEntityRef(component);
    return (
      [...new Set(found)]
        // what another tenant says of itself keeps nobody from ending a service
        .filter(ref => parseEntityRef(ref).namespace === namespace)
        .filter(ref => ref !== component)
        .sort()
    );
  };
}

function related({ relations = [] }: Entity, type: string): string[] {
  return relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}
