import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '../../api/useLoad';

/** Whom the signed-in person can own something as: their groups first, then themselves. */
export function useOwners(): string[] {
  const identityApi = useApi(identityApiRef);
  const { value } = useLoad(async () => {
    const { ownershipEntityRefs, userEntityRef } =
      await identityApi.getBackstageIdentity();
    const groups = ownershipEntityRefs.filter(ref => ref !== userEntityRef);
    return [...groups, userEntityRef];
  }, [identityApi]);
  return value ?? [];
}
