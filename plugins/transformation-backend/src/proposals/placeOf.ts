import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Artifact } from '@ameide/plugin-transformation-common';

/** Where new components beside an artifact belong. */
export interface Place {
  /** A group; absent where none is known. */
  owner?: string;
  system?: string;
}

/** Tells by the component that an artifact has become, and by its owner. */
export function createPlaceOf(catalog: CatalogService) {
  return async (
    { tenant, id, owner }: Artifact,
    credentials: BackstageCredentials,
  ): Promise<Place> => {
    const { spec } =
      (await catalog.getEntityByRef(`component:${tenant}/${id}`, {
        credentials,
      })) ?? {};
    const full = (kind: string, ref: unknown) =>
      typeof ref === 'string'
        ? stringifyEntityRef(
            parseEntityRef(ref, {
              defaultKind: kind,
              defaultNamespace: tenant,
            }),
          )
        : undefined;
    const group = [full('group', spec?.owner), owner].find(ref =>
      ref?.startsWith(`group:${tenant}/`),
    );
    const system = full('system', spec?.system);
    return { ...(group && { owner: group }), ...(system && { system }) };
  };
}
