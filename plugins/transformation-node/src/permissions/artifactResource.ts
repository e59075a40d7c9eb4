import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_ARTIFACT,
  type Artifact,
} from '@ameide/plugin-transformation-common';

/** What a rule asks of artifacts where they are looked for: one of the values in one property. */
export interface ArtifactCriterion {
  property: 'tenant' | 'owner' | 'kind' | 'lane';
  values: string[];
}

/** Criteria that a list of artifacts is narrowed by. */
export type ArtifactCriteria = PermissionCriteria<ArtifactCriterion>;

/** What rules look at. */
export interface ArtifactResource
  extends Pick<Artifact, 'name' | 'tenant' | 'owner' | 'kind'> {
  /** Those that run the artifact, as they were seen last. */
  lanes: string[];
}

/** Artifacts as a resource of the permission framework. */
export const artifactResourceRef = createPermissionResourceRef<
  ArtifactResource,
  ArtifactCriterion
>().with({
  pluginId: 'transformation',
  resourceType: RESOURCE_TYPE_ARTIFACT,
});
