import { NotFoundError } from '@backstage/errors';
import type { TenantTransaction } from '../database/database';
import type { ArtifactRow } from '../database/tables';
import { artifactState, type ArtifactState } from './state';

/** The row of a state: the state itself, and beside it what is searched by. */
export function rowOfState(state: ArtifactState): Omit<ArtifactRow, 'tenant'> {
  const { id, kind, title, owner, archived, tags, sequence, updatedAt } = state;
  return {
    id,
    kind,
    title,
    owner,
    archived,
    tags: JSON.stringify(tags),
    sequence,
    updated_at: updatedAt,
    state: JSON.stringify(state),
  };
}

/** The state that a row keeps. */
export function stateOfRow({ state }: Pick<ArtifactRow, 'state'>) {
  return artifactState.parse(JSON.parse(state));
}

/** The same for a foreign or hidden artifact as for none. */
export const noArtifact = (id: string) =>
  new NotFoundError(`There is no artifact ${id}`);

/**
 * Where an artifact stands now.
 *
 * @param options - `lock`: nobody else may change it before this transaction ends
 * @throws NotFoundError, the same for a foreign artifact as for none
 */
export async function readState(
  tx: TenantTransaction,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ArtifactState> {
  const query = tx.from('artifacts').where({ id });
  if (options.lock) query.forUpdate();
  const row = await query.first('state');
  if (!row) throw noArtifact(id);
  return stateOfRow(row);
}
