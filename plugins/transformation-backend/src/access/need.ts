import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { ArtifactPermission } from '@ameide/plugin-transformation-common';

/** A permission on one artifact of the caller's tenant. */
export interface ArtifactNeed {
  permission: ArtifactPermission;
  /** Its id. */
  artifact: string;
  /** What somebody is told who may not see it; that there is no such artifact, unless something else was asked for. */
  absent?: Error;
}

/** What somebody has to have to do something. */
export type Need = BasicPermission | ArtifactNeed;

/** The permission that is needed. */
export function permissionOf(need: Need) {
  return 'permission' in need ? need.permission : need;
}
