import { parseEntityRef } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { RESOURCE_TYPE_ARTIFACT } from '@ameide/plugin-transformation-common';
import {
  artifactConditions,
  createArtifactConditionalDecision,
} from '@ameide/plugin-transformation-node';

/** Narrows what is given to a user to things of the own tenant, or the user's own; undefined where there are none. */
export function narrow(
  permission: Permission,
  userEntityRef: string,
): PolicyDecision | undefined {
  const { namespace: tenant } = parseEntityRef(userEntityRef);
  if (isResourcePermission(permission, RESOURCE_TYPE_ARTIFACT)) {
    return createArtifactConditionalDecision(
      permission,
      artifactConditions.inTenant({ values: [tenant] }),
    );
  }
  if (isResourcePermission(permission, 'scaffolder-task')) {
    // the scaffolder knows who started a task, and not in which tenant
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
    );
  }
  if (isResourcePermission(permission, 'catalog-entity')) {
    const isLocation = catalogConditions.isEntityKind({ kinds: ['Location'] });
    const inNamespace = (value: string) =>
      catalogConditions.hasMetadata({ key: 'namespace', value });
    return createCatalogConditionalDecision(
      permission,
      permission.attributes.action === 'read'
        ? {
            anyOf: [
              inNamespace(tenant),
              // what all share, such as templates, stands in Backstage's default namespace,
              // and so does the catalog's record of what each tenant has registered
              { allOf: [inNamespace('default'), { not: isLocation }] },
            ],
          }
        : inNamespace(tenant),
    );
  }
  return undefined;
}
