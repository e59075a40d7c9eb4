import { parseArtifactName } from '@ameide/plugin-transformation-common';
import type { ArtifactResource } from '@ameide/plugin-transformation-node';
import type { ArtifactStore } from '../artifacts/store';

/**
 * The artifacts of resource names, in their order; undefined where there is
 * none. Each is read under the tenant in its name, all of a tenant at once.
 */
export function createGetArtifacts(
  artifacts: Pick<ArtifactStore, 'resources'>,
) {
  return async (names: string[]): Promise<(ArtifactResource | undefined)[]> => {
    const idsByTenant = new Map<string, string[]>();
    for (const name of names) {
      const parsed = parseArtifactName(name);
      if (!parsed) continue;
      const ids = idsByTenant.get(parsed.tenant) ?? [];
      idsByTenant.set(parsed.tenant, [...ids, parsed.artifact]);
    }
    const found = new Map<string, ArtifactResource>();
    for (const [tenant, ids] of idsByTenant) {
      for (const artifact of await artifacts.resources(tenant, ids)) {
        found.set(artifact.name, artifact);
      }
    }
    return names.map(name => found.get(name));
  };
}
