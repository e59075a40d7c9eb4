import type { ArtifactResource } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../database/database';
import { findArtifacts } from './read';

/** What the rules of permissions look at, of those of some ids that are there. */
export async function findResources(
  tx: TenantTransaction,
  ids: string[],
): Promise<ArtifactResource[]> {
  const artifacts = await findArtifacts(tx, ids);
  const rows = await tx
    .from('deployments')
    .whereIn('artifact_id', ids)
    .select('artifact_id', 'lane');
  return artifacts.map(({ id, name, tenant, owner, kind }) => ({
    name,
    tenant,
    owner,
    kind,
    lanes: rows.filter(row => row.artifact_id === id).map(({ lane }) => lane),
  }));
}
