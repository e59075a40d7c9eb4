import { usePermission } from '@backstage/plugin-permission-react';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type {
  Artifact,
  ArtifactPermission,
} from '@ameide/plugin-transformation-common';

/** Whether the signed-in person may do something and, where not, the reason in words. */
export interface Gate {
  allowed: boolean;
  /** True while the answer is awaited; `allowed` is false until then. */
  loading: boolean;
  reason?: string;
}

/**
 * Asks the permission framework, for an artifact where the permission is one of artifacts.
 *
 * @param what - completes "You are not allowed to …"
 */
export function useGate(permission: BasicPermission, what: string): Gate;
export function useGate(
  permission: ArtifactPermission,
  what: string,
  artifact: Pick<Artifact, 'name'>,
): Gate;
export function useGate(
  permission: BasicPermission | ArtifactPermission,
  what: string,
  artifact?: Pick<Artifact, 'name'>,
): Gate {
  const { allowed, loading, error } = usePermission(
    permission.type === 'resource'
      ? { permission, resourceRef: artifact?.name }
      : { permission },
  );
  if (error) {
    return {
      allowed: false,
      loading,
      reason: `Your permissions could not be asked for: ${error.message}`,
    };
  }
  return {
    allowed,
    loading,
    reason: allowed || loading ? undefined : `You are not allowed to ${what}.`,
  };
}
