import { usePermission } from '@backstage/plugin-permission-react';
import type { BasicPermission } from '@backstage/plugin-permission-common';

/** Whether the signed-in person may do something and, where not, the reason in words. */
export interface Gate {
  allowed: boolean;
  /** True while the answer is awaited; `allowed` is false until then. */
  loading: boolean;
  reason?: string;
}

/**
 * Asks the permission framework.
 *
 * @param what - completes "You are not allowed to …"
 */
export function useGate(permission: BasicPermission, what: string): Gate {
  const { allowed, loading, error } = usePermission({ permission });
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
