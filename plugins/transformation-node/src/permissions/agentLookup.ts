import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What marks a user as an AI agent. */
const AGENT_LABEL = 'ameide.io/agent';

/** Looks up whether a user is an AI agent; one that the catalog does not know is none. */
export function createAgentLookup(
  auth: AuthService,
  catalog: CatalogService,
): (userEntityRef: string) => Promise<boolean> {
  return async userEntityRef => {
    const credentials = await auth.getOwnServiceCredentials();
    const user = await catalog.getEntityByRef(userEntityRef, { credentials });
    return user?.metadata.labels?.[AGENT_LABEL] !== undefined;
  };
}
